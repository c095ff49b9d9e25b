import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import { EXPORTED_CONTEXT_FIELDS, EXPORTED_EVENT_FIELDS, EXPORTED_SESSION_FIELDS } from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import { formatLine, pickKnown } from './format.ts';
import type { ExportFormat } from './format.ts';

/**
 * Formats an event as the mutation and the importer accept it, `{"login": {"time": …}}`; imported again it is a duplicate. The identity of an
 * event without a sourceId is the set of its fields with a value, so none may be omitted or added.
 */
const formatEvent = (row: JsonObject): string =>
  formatLine({ [asText(row['action']).toLowerCase()]: pickKnown(row, EXPORTED_EVENT_FIELDS) });

/** The name of the member is that of the type: `{"hostStart": {"time": …}}`. */
const formatContextEvent = (row: JsonObject): string => {
  const type = asText(row['__typename']);
  return formatLine({
    [type.charAt(0).toLowerCase() + type.slice(1)]: pickKnown(row, EXPORTED_CONTEXT_FIELDS),
  });
};

/** Formats a session. Sessions are derived from events and cannot be imported, so each line has all fields, like a table. */
const formatSession = (row: JsonObject): string =>
  formatLine(Object.fromEntries(EXPORTED_SESSION_FIELDS.map((field) => [field, row[field] ?? null])));

/** The lists as lines of JSON. */
export const NDJSON: Readonly<Record<ListName, ExportFormat>> = {
  events: { head: '', formatRow: formatEvent },
  sessions: { head: '', formatRow: formatSession },
  'context-events': { head: '', formatRow: formatContextEvent },
};
