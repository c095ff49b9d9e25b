import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import type { ListName } from './exportedList.ts';
import type { Format } from './format.ts';

/** In this order; an action that lacks some just has fewer. */
const EVENT_FIELDS = [
  'time',
  'hostname',
  'user',
  'uid',
  'loginId',
  'sourceId',
  'loginType',
  'loginSuccessful',
  'linkedLoginId',
  'srcIp',
  'srcPort',
  'destIp',
  'destPort',
];

/** An event as the mutation and the importer take it, `{"login": {"time": …}}`: imported again it is a duplicate. */
const formatEvent = (row: JsonObject): string =>
  formatLine({ [asText(row['action']).toLowerCase()]: pickKnown(row, EVENT_FIELDS) });

/** The fields that have a value. Without a sourceId these are the event's identity, so none is left out and none is added. */
const pickKnown = (row: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = row[field] ?? null;
      return value === null ? [] : [[field, value]];
    }),
  );

const formatLine = (value: JsonObject): string => `${JSON.stringify(value)}\n`;

/** Lines of JSON. */
export const NDJSON: Readonly<Record<ListName, Format>> = {
  events: { head: '', formatRow: formatEvent },
};
