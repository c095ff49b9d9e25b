import type { JsonObject } from '../client/looseJson.ts';

import {
  EXPORTED_EVENT_FIELDS,
  EXPORTED_HOST_START_FIELDS,
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

/** Tables for spreadsheets. */
export const CSV: Readonly<Record<ListName, ExportFormat>> = {
  events: makeTable(['time', 'action', ...EXPORTED_EVENT_FIELDS.slice(1)]),
  sessions: makeTable(EXPORTED_SESSION_FIELDS),
  'host-starts': makeTable(EXPORTED_HOST_START_FIELDS),
};
