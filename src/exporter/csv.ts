import { asText } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';

import {
  CONTEXT_KIND_OF,
  EXPORTED_CONTEXT_FIELDS,
  EXPORTED_EVENT_FIELDS,
  EXPORTED_SESSION_FIELDS,
} from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import type { ExportFormat } from './format.ts';
import { formatCell } from './formatCell.ts';

/** Makes a table with a header row as in RFC 4180: cells are quoted where necessary, lines end with CR LF. */
const makeTable = (columns: readonly string[]): ExportFormat => ({
  head: `${columns.join(',')}\r\n`,
  formatRow: (row: JsonObject) => `${columns.map((column) => formatCell(row[column])).join(',')}\r\n`,
});

const CONTEXT_TABLE = makeTable(['time', 'kind', ...EXPORTED_CONTEXT_FIELDS.slice(1)]);
const CONTEXT_EVENTS: ExportFormat = {
  ...CONTEXT_TABLE,
  formatRow: (row) => CONTEXT_TABLE.formatRow({ ...row, kind: CONTEXT_KIND_OF[asText(row['__typename'])] }),
};

/** Tables for spreadsheets. */
export const CSV: Readonly<Record<ListName, ExportFormat>> = {
  events: makeTable(['time', 'action', ...EXPORTED_EVENT_FIELDS.slice(1)]),
  sessions: makeTable(EXPORTED_SESSION_FIELDS),
  'context-events': CONTEXT_EVENTS,
};
