import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import {
  EXPORTED_EVENT_FIELDS,
  EXPORTED_HOST_START_FIELDS,
  EXPORTED_SESSION_FIELDS,
} from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import { formatLine, pickKnown } from './format.ts';
import type { ExportFormat } from './format.ts';

/**
 * An event as the mutation and the importer take it, `{"login": {"time": …}}`: imported again it is a duplicate. Without a sourceId
 * the fields that have a value are its identity, so none is left out and none is added.
 */
const formatEvent = (row: JsonObject): string =>
  formatLine({ [asText(row['action']).toLowerCase()]: pickKnown(row, EXPORTED_EVENT_FIELDS) });

const formatHostStart = (row: JsonObject): string =>
  formatLine({ hostStart: pickKnown(row, EXPORTED_HOST_START_FIELDS) });

/** A session is made of events and is nothing to import; each line has all fields, as a table would. */
const formatSession = (row: JsonObject): string =>
  formatLine(Object.fromEntries(EXPORTED_SESSION_FIELDS.map((field) => [field, row[field] ?? null])));

/** Lines of JSON. */
export const NDJSON: Readonly<Record<ListName, ExportFormat>> = {
  events: { head: '', formatRow: formatEvent },
  sessions: { head: '', formatRow: formatSession },
  'host-starts': { head: '', formatRow: formatHostStart },
};
