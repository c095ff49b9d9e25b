import { findFirstDate, findFirstYear, makeYearSearch, searchLine } from '../../sensors/linux/yearWalk.ts';
import type { YearSearch } from '../../sensors/linux/yearWalk.ts';

import { skipNuls } from './rawRecord.ts';

const NEWLINE = 0x0a;
/** More than a priority and a date. */
const HEAD_BYTES = 48;

/**
 * Finds the year of the first line of a text without years, by the dates of all its lines; null if they do not show it. Reads until a line states its
 * year.
 *
 * @param untilMs When the lines had been written, in milliseconds of Unix time.
 */
export const findFirstYearOf = async (
  chunks: AsyncIterable<Buffer>,
  untilMs: number,
): Promise<number | null> => {
  return findFirstYear(await searchAll(chunks), untilMs);
};

/** Finds the date of the first line, in milliseconds of Unix time; null if the lines do not show it. */
export const findFirstDateOf = async (
  chunks: AsyncIterable<Buffer>,
  untilMs: number,
): Promise<number | null> => findFirstDate(await searchAll(chunks), untilMs);

const searchAll = async (chunks: AsyncIterable<Buffer>): Promise<YearSearch> => {
  const search = makeYearSearch();
  const scan = makeHeadScanner(search);
  try {
    for await (const chunk of chunks) if (!scan.push(chunk)) return search;
    scan.end();
  } catch {
    // What cannot be read is reported when the records are read.
  }
  return search;
};

/** Whether a text has dates without a year among its first lines. */
export const hasYearlessLines = (beginning: Buffer): boolean =>
  beginning
    .toString('latin1', 0, BEGINNING_BYTES)
    .split('\n')
    .some((line) => YEARLESS_LINE.test(skipNuls(line)));

const BEGINNING_BYTES = 65_536;
const YEARLESS_LINE = /^(?:<\d{1,3}>)?(?:\d{1,10}: )?[*.:]?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d/;

/** In UTF-8, read as Latin-1. */
const BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';

/** Passes the beginnings of lines to the search. Both functions return whether it needs further lines. */
const makeHeadScanner = (search: YearSearch) => {
  /** The beginning of the line that the chunks before ended in. */
  let head = '';
  let isSearching = true;

  const take = (line: string): void => {
    isSearching &&= searchLine(
      search,
      line.startsWith(BYTE_ORDER_MARK) ? line.slice(BYTE_ORDER_MARK.length) : line,
    );
  };
  return {
    push: (chunk: Buffer): boolean => {
      let start = 0;
      while (isSearching) {
        const end = chunk.indexOf(NEWLINE, start);
        const stop = end < 0 ? chunk.length : end;
        if (head === '') while (start < stop && chunk[start] === 0) start += 1;
        if (head.length < HEAD_BYTES) {
          head += chunk.toString('latin1', start, Math.min(stop, start + HEAD_BYTES - head.length));
        }
        if (end < 0) break;
        take(head);
        head = '';
        start = end + 1;
      }
      return isSearching;
    },
    end: (): void => {
      if (isSearching && head !== '') take(head);
    },
  };
};
