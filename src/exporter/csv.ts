import type { JsonObject } from '../client/looseJson.ts';

import { EVENT_COLUMNS, HOST_START_FIELDS, SESSION_FIELDS } from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import type { Format } from './format.ts';
import { formatCell } from './formatCell.ts';

/** A table with a header row, RFC 4180: quoted where it must be, lines end with CR LF. */
const makeTable = (columns: readonly string[]): Format => ({
  head: `${columns.join(',')}\r\n`,
  formatRow: (row: JsonObject) => `${columns.map((column) => formatCell(row[column])).join(',')}\r\n`,
});

/** Tables for spreadsheets. */
export const CSV: Readonly<Record<ListName, Format>> = {
  events: makeTable(['time', 'action', ...EVENT_COLUMNS.slice(1)]),
  sessions: makeTable(SESSION_FIELDS),
  'host-starts': makeTable(HOST_START_FIELDS),
};
