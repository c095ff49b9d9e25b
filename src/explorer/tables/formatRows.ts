import { getCell } from './columns.ts';
import type { TableColumn, TableRow } from './columns.ts';

/** How rows become the lines of a file. */
export type FileFormat = {
  readonly extension: 'csv' | 'ndjson';
  readonly mediaType: string;
  readonly head: (columns: readonly TableColumn[]) => string;
  readonly formatRow: (row: TableRow, columns: readonly TableColumn[]) => string;
};

/** A table as in RFC 4180. */
export const CSV: FileFormat = {
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  head: (columns) => `${columns.map(({ name }) => name).join(',')}\r\n`,
  formatRow: (row, columns) => `${columns.map((column) => formatCell(getCell(row, column))).join(',')}\r\n`,
};

/** An object of the chosen columns in each line. */
export const NDJSON: FileFormat = {
  extension: 'ndjson',
  mediaType: 'application/x-ndjson;charset=utf-8',
  head: () => '',
  formatRow: (row, columns) =>
    `${JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, getCell(row, column) ?? null])))}\n`,
};

/**
 * Formats a cell like the export command: text that a spreadsheet would run as a formula is preceded by an apostrophe. A test compares the two.
 */
export const formatCell = (value: unknown): string => {
  const text = textOf(value).replace(FORMULA, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const FORMULA = /(^|;)(?=[\t\r\n]|[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/gu;

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

type Exported = {
  readonly list: 'events' | 'sessions';
  readonly filter: object;
  readonly extension: FileFormat['extension'];
  /** The server's GraphQL endpoint. */
  readonly url: string;
};

/** The command, for a POSIX shell, that exports the same rows without a limit. */
export const formatCommand = ({ list, filter, extension, url }: Exported): string =>
  `npm run export -- --url ${quote(url)} --filter ${quote(JSON.stringify(filter))} --format ${extension} --output ${list}.${extension} ${list}`;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
