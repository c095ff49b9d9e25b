import type { TextEncoding } from '../decodeText.ts';
import type { RawRecord } from '../rawRecord.ts';
import { formatLocaleDate, readLocaleDate } from './readLocaleDate.ts';
import type { DateOrder, LocaleDate } from './readLocaleDate.ts';

/** A row of a CSV file, before its date is read. */
export type CsvRow = {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
  /** Set for a row that is not UTF-8. */
  readonly encoding?: TextEncoding;
};

/** Turns the rows of a file into records whose dates are ISO 8601. */
export type DateReader = {
  /** Returns the records that are known now, of this row and of earlier ones. */
  readonly read: (row: CsvRow) => readonly RawRecord[];
  /** Returns the records that still wait: the file does not show the order of their dates. */
  readonly end: () => readonly RawRecord[];
};

/** Where a file has its date. */
export type DateColumn = {
  readonly name: string;
  /** Added to a date without a zone: `Z` if the file states that it is UTC. */
  readonly zone: 'Z' | '';
  /**
   * Whether the portal of Log Analytics wrote the file, in the language of its user: of the languages of the portal, only English writes
   * `2/11/2026, 8:00:00.123 AM`, with the month first.
   */
  readonly isPortal: boolean;
};

/**
 * Reads the dates of a file. `2/11/2026` is a day in February or in November: such rows wait for a date of the same file that shows the order, as
 * `16/11/2026` does, because a guess would store wrong times. Without one they fail.
 *
 * @param given The order that the user states; null to find it.
 */
export const makeDateReader = (column: DateColumn | null, given: DateOrder | null): DateReader => {
  let order = given;
  let waiting: CsvRow[] = [];
  let waitingLength = 0;
  let isUndecidable = false;

  const readDate = (row: CsvRow, { name, isPortal }: DateColumn): LocaleDate | null => {
    const text = row.fields[name] ?? '';
    const date = readLocaleDate(text);
    return date !== null && isPortal && ENGLISH.test(text) ? { ...date, order: 'MDY', shows: null } : date;
  };
  const format = (row: CsvRow, of: DateColumn): RawRecord => {
    const { line, fields } = row;
    const { name, zone } = of;
    const date = readDate(row, of);
    if (date === null) return toRecord(row, fields);
    if (date.shows !== null && order !== null && date.shows !== order) return fail(line, CONTRARY);
    const chosen = date.order ?? order;
    if (chosen === null) return fail(line, AMBIGUOUS);
    const text = formatLocaleDate(date, chosen);
    if (text === null) return fail(line, `${name} is not a valid time`);
    return toRecord(row, { ...fields, [name]: `${text}${zone}` });
  };
  const release = (of: DateColumn): readonly RawRecord[] => {
    const rows = waiting;
    waiting = [];
    waitingLength = 0;
    return rows.map((row) => format(row, of));
  };

  return {
    read: (row) => {
      if (column === null) return [toRecord(row, row.fields)];
      const date = readDate(row, column);
      if (order === null && date?.order === null && !isUndecidable) {
        waiting.push(row);
        waitingLength += lengthOf(row);
        isUndecidable = waitingLength > MAX_WAITING_LENGTH;
        return isUndecidable ? release(column) : [];
      }
      if (order !== null) return [format(row, column)];
      order = date?.shows ?? null;
      return [...(order === null ? [] : release(column)), format(row, column)];
    },
    end: () => (column === null ? [] : release(column)),
  };
};

const ENGLISH = /^\d{1,2}\/\d{1,2}\/\d{4}, \d{1,2}:\d\d:\d\d(?:\.\d{1,7})? [AP]M$/;

/** In characters of the rows. */
const MAX_WAITING_LENGTH = 32 * 1_048_576;

const AMBIGUOUS =
  'no date of the file shows whether the day or the month is first; give it with --date-order dmy or mdy';
const CONTRARY =
  'the dates of the file have the day first and the month first; give the order with --date-order';

const toRecord = ({ line, encoding }: CsvRow, value: CsvRow['fields']): RawRecord =>
  encoding === undefined ? { kind: 'VALUE', line, value } : { kind: 'VALUE', line, value, encoding };

const fail = (line: number, reason: string): RawRecord => ({ kind: 'FAILED', line, reason });

const lengthOf = ({ fields }: CsvRow): number =>
  Object.values(fields).reduce((sum, value) => sum + value.length, 0);
