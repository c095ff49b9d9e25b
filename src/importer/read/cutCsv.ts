import { CsvError, parse } from 'csv-parse/sync';
import type { Info } from 'csv-parse/sync';

import { findCsvHeader, readCsvHeader } from './csv/findCsvHeader.ts';
import { makeDateReader } from './csv/makeDateReader.ts';
import type { CsvRow } from './csv/makeDateReader.ts';
import { decodeText } from './decodeText.ts';
import type { InputHints } from './inputHints.ts';
import { MAX_RECORD_BYTES, TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/**
 * Splits a CSV export into records with the names of its header. The line of a record is its first one. Bytes are parsed as Latin-1 and decoded by value:
 * in all encodings of Windows, quotes, delimiters and line ends are the bytes of ASCII.
 */
export const makeCsvCutter = (beginning: Buffer, { encoding, dateOrder }: InputHints): Cutter => {
  const text = beginning.toString('latin1');
  const { delimiter, columns, start, dates } = findCsvHeader(text) ?? readCsvHeader(text);
  const dateReader = makeDateReader(dates, dateOrder);
  let toSkip = start;
  let line = 1 + countLines(beginning.subarray(0, start));
  let isHeader = true;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let keptLines = 0;
  let isQuoted = false;

  const keep = (rest: Buffer): void => {
    keptBytes += rest.length;
    keptLines += countLines(rest);
    // Only the length of a record that is too long is needed.
    if (keptBytes > MAX_RECORD_BYTES) kept = [];
    else if (rest.length > 0) kept.push(rest);
  };
  const readRow = (values: readonly string[], at: number): readonly RawRecord[] => {
    if (isHeader) {
      isHeader = false;
      return [];
    }
    if (values.length !== columns.length) {
      return [{ kind: 'FAILED', line: at, reason: WRONG_COUNT }];
    }
    let isDecoded = false;
    const cells = values.map((value) => {
      if (isAscii(value)) return value;
      const decoded = decodeText(Buffer.from(value, 'latin1'), encoding);
      isDecoded ||= decoded.encoding !== null;
      return decoded.text;
    });
    const fields = Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
    const row: CsvRow = { line: at, fields, ...(isDecoded ? { encoding } : {}) };
    return dateReader.read(row);
  };
  const cut = (block: Buffer): readonly RawRecord[] => {
    const parsed = parseBlock(block, delimiter);
    if (parsed === null) {
      const ends = listEnds(block, false).ends;
      if (ends.length > 1) {
        return ends.flatMap((end, index) => cut(block.subarray(ends[index - 1] ?? 0, end)));
      }
      const failed: RawRecord = { kind: 'FAILED', line, reason: NOT_CSV };
      line += countLines(block);
      return [failed];
    }
    const records: RawRecord[] = [];
    let from = 0;
    for (const { record, info } of parsed) {
      for (const one of readRow(record, line)) records.push(one);
      line += countLines(block.subarray(from, info.bytes));
      from = info.bytes;
    }
    line += countLines(block.subarray(from));
    return records;
  };
  /** Finishes the record whose beginning was kept. */
  const cutFirst = (rest: Buffer): readonly RawRecord[] => {
    keep(rest);
    const isTooLong = keptBytes > MAX_RECORD_BYTES;
    const [block, lines] = [Buffer.concat(kept), keptLines];
    kept = [];
    keptBytes = 0;
    keptLines = 0;
    if (!isTooLong) return cut(block);
    const failed: RawRecord = { kind: 'FAILED', line, reason: TOO_LONG };
    line += lines;
    return [failed];
  };

  return {
    push: (piece) => {
      const skipped = Math.min(toSkip, piece.length);
      toSkip -= skipped;
      const chunk = piece.subarray(skipped);
      const found = listEnds(chunk, isQuoted);
      const { ends } = found;
      isQuoted = found.isQuoted;
      const [first = 0] = keptBytes === 0 ? [] : ends;
      const last = ends.at(-1) ?? 0;
      const records = [
        ...(first === 0 ? [] : cutFirst(chunk.subarray(0, first))),
        ...(first === last ? [] : cut(chunk.subarray(first, last))),
      ];
      keep(chunk.subarray(last));
      return records;
    },
    end: () => {
      if (!isQuoted) return [...cutFirst(Buffer.alloc(0)), ...dateReader.end()];
      return [
        ...dateReader.end(),
        { kind: 'FAILED', line, reason: 'incomplete: the CSV record does not end' },
      ];
    },
    breakOff: () => dateReader.end(),
  };
};

type Parsed = { readonly record: readonly string[]; readonly info: Info };

/** Null for records that are not CSV. */
const parseBlock = (block: Buffer, delimiter: string): readonly Parsed[] | null => {
  try {
    return parse(block, {
      delimiter,
      encoding: 'latin1',
      info: true,
      ...LENIENT,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
};

/** Finds the ends of records: line ends outside quotes. */
const listEnds = (
  chunk: Buffer,
  startsQuoted: boolean,
): { readonly ends: readonly number[]; readonly isQuoted: boolean } => {
  const ends: number[] = [];
  let isQuoted = startsQuoted;
  for (let at = 0; at < chunk.length; at += 1) {
    if (chunk[at] === QUOTE) isQuoted = !isQuoted;
    else if (chunk[at] === NEWLINE && !isQuoted) ends.push(at + 1);
  }
  return { ends, isQuoted };
};

/** Quotes inside a value without quotes are part of it. The number of values is checked here, where it fails only that record. */
const LENIENT = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n'],
};

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const NOT_CSV = 'not CSV: quotes are not closed';
const WRONG_COUNT = 'not as many values as the header of the CSV has names';

const isAscii = (text: string): boolean => !NON_ASCII.test(text);
const NON_ASCII = /[\u0080-\u00FF]/;

const countLines = (bytes: Buffer): number => {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
};
