import { isUnsetClock } from './parseOwnLogs.ts';

/**
 * The years of the lines of a log without years, from the first line on. A date that is earlier in the year than the date before it is in the next
 * year. Mutable; changed only by the functions in this file.
 */
export type YearWalk = {
  /** The year of the latest date so far, if the first year was right. */
  year: number;
  /** Whether the year of the first line is known. */
  readonly isKnown: boolean;
  /** The latest date so far, as a day of a year of 365 days; null before the first date. */
  day: number | null;
  /** By how many years the first year was wrong, once a line has stated its year; null before. From then on the years are right. */
  error: number | null;
  /** The date of the last line, as written, and the year of its lines. Most lines have the date of the line before. */
  written: string;
  yearOfWritten: number | null;
};

/** Begins a walk; the first year is null if it is not known. */
export const makeYearWalk = (firstYear: number | null): YearWalk => ({
  year: firstYear ?? 0,
  isKnown: firstYear !== null,
  day: null,
  error: null,
  written: NOTHING,
  yearOfWritten: null,
});

/** Not the beginning of any line. */
const NOTHING = '\n';

/** The dates without a year that all notations of RFC 3164 share, also behind the number and the mark of Cisco, and dates with a year. */
const YEARLESS = /^((?:\d{1,10}: )?[*.:]?)([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):\d\d/;
const STATED = /^(?:1 |[A-Z][a-z]{2} )?(\d{4})-(\d\d)-(\d\d)[T ]\d\d:/;

/** Finds the year of the next line; undefined for a line without a date, for one that states its year, and while no year is known. */
export const findYearOfLine = (walk: YearWalk, line: string): number | undefined => {
  const year = walkLine(walk, line);
  return walk.isKnown || walk.error !== null ? (year ?? undefined) : undefined;
};

/**
 * Returns the year of the next line, if the first year is right; null for a line without a date, and for one that states its year.
 *
 * Lines are not always in order: a line may have a date of the day before. So the years of all lines are right if no two neighbours are a year
 * less a day apart, or more. A clock that was not set yet after a start of the host shows the first minutes of 1 January: such a line after any
 * other day than the last two of December does not start a year.
 */
const walkLine = (walk: YearWalk, line: string): number | null => {
  const start = line.startsWith('<') ? line.indexOf('>') + 1 : 0;
  if (line.startsWith(walk.written, start)) return walk.yearOfWritten;
  const text = line.slice(start, start + LONGEST_DATE);
  const yearless = YEARLESS.exec(text);
  if (yearless === null) {
    const [, year, month, day] = STATED.exec(text) ?? [];
    if (year === undefined) return null;
    walkStated(walk, Number(year), dayOf(Number(month) - 1, Number(day)));
    [walk.written, walk.yearOfWritten] = [text.slice(0, text.indexOf(':') - 3), null];
    return null;
  }
  const [, before = '', month = '', date, hour, minute] = yearless;
  const day = dayOf(MONTHS.indexOf(month), Number(date));
  if (day === null || isUnsetClock(text.slice(Math.max(0, before.length - 1)))) return null;
  if (isUnset(walk, day, Number(hour) * 60 + Number(minute))) return walk.year;
  const year = walkDay(walk, day);
  walk.written = text.slice(before.length, text.indexOf(':', before.length) - 2);
  walk.yearOfWritten = year;
  return year;
};

const LONGEST_DATE = 32;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** 29 February counts as 1 March. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS = 365;
/** A line may be older than the line before it by one day: it came late, or its clock is in another zone. */
const LATE_DAYS = 1;
const UNSET_MINUTES = 5;

const dayOf = (month: number, date: number): number | null => {
  const before = DAYS_BEFORE[month];
  return before === undefined || date < 1 || date > 31 ? null : before + date - 1;
};

const isUnset = ({ day: last }: YearWalk, day: number, minutes: number): boolean =>
  day === 0 && minutes < UNSET_MINUTES && last !== null && last > LATE_DAYS && last < DAYS - 1 - LATE_DAYS;

const walkDay = (walk: YearWalk, day: number): number => {
  const { day: last } = walk;
  if (last !== null && day - last >= DAYS - LATE_DAYS) return walk.year - 1;
  if (last !== null && day - last < -LATE_DAYS) walk.year += 1;
  // A late line does not turn the walk back.
  if (last === null || day > last || day - last < -LATE_DAYS) walk.day = day;
  return walk.year;
};

const walkStated = (walk: YearWalk, year: number, day: number | null): void => {
  if (day === null) return;
  const isOlder = walk.error !== null && (year < walk.year || (year === walk.year && day < (walk.day ?? 0)));
  walk.error ??= year - walkDay(walk, day);
  if (!isOlder) [walk.year, walk.day] = [year, day];
};

/** A search for the year of the first line of a log. Mutable; changed only by the functions in this file. */
export type YearSearch = {
  /** From year 0. */
  readonly walk: YearWalk;
  /** The years of the walk that have a 29 February. */
  readonly leapYears: Set<number>;
  /** The date of the first line that has one, as `day` of the walk. */
  firstDay: number | null;
};

export const makeYearSearch = (): YearSearch => ({
  walk: makeYearWalk(0),
  leapYears: new Set(),
  firstDay: null,
});

/** Reads the next line; returns whether further lines can change the result. Only the first characters of the line are needed. */
export const searchLine = (search: YearSearch, line: string): boolean => {
  const year = walkLine(search.walk, line);
  if (year !== null && LEAP_DAY.test(line)) search.leapYears.add(year);
  search.firstDay ??= search.walk.day;
  return search.walk.error === null;
};

const LEAP_DAY = /^(?:<\d{1,3}>)?(?:\d{1,10}: )?[*.:]?Feb 29 /;
/** A log with more years is not in order. */
const MOST_YEARS = 20;
const DAY_MS = 86_400_000;
/** In the Gregorian calendar, leap years are at most eight years apart. */
const LEAP_CYCLE = 8;

/**
 * Returns the year of the first line, so that the latest date is before the given time and each 29 February exists; null if the lines have no dates
 * or are not in order. Clocks and zones may be a day ahead.
 */
export const findFirstYear = ({ walk, leapYears }: YearSearch, untilMs: number): number | null => {
  if (walk.error !== null) return walk.error;
  if (walk.day === null || walk.year > MOST_YEARS) return null;
  const latestMs = untilMs + DAY_MS;
  const thisYear = new Date(latestMs).getUTCFullYear();
  const newest = (isPast(thisYear, walk.day, latestMs) ? thisYear : thisYear - 1) - walk.year;
  const years = Array.from({ length: LEAP_CYCLE + 1 }, (_, back) => newest - back);
  return years.find((first) => [...leapYears].every((year) => isLeap(first + year))) ?? newest;
};

/** Finds the date of the first line, in milliseconds of Unix time; null if its year is not found. */
export const findFirstDate = (search: YearSearch, untilMs: number): number | null => {
  const year = findFirstYear(search, untilMs);
  return year === null || search.firstDay === null ? null : dateOf(year, search.firstDay);
};

const isPast = (year: number, day: number, latestMs: number): boolean => dateOf(year, day) <= latestMs;

const dateOf = (year: number, day: number): number => {
  const month = DAYS_BEFORE.findLastIndex((before) => before <= day);
  return Date.UTC(year, month, day - (DAYS_BEFORE[month] ?? 0) + 1);
};

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
