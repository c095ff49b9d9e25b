import { ADVICE } from '../advice.ts';
import type { Assumption } from '../assumptions.ts';
import { readLocalTime } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import { readZonedTime } from '../readZonedTime.ts';
import type { SensorOptions } from '../sensor.ts';
import { readWallClock } from '../windows/readWallClock.ts';

/** The time of a line. */
export type SyslogTime = {
  readonly reading: TimeReading;
  /** Null for a line that states its year, and for one without a time. */
  readonly assumed: { readonly year: Assumption; readonly date: LastDate } | null;
};

/** The year and month of a line; the next line continues from them. The month starts at 0. */
export type LastDate = { readonly year: number; readonly month: number };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d)$/;
const DAY_MS = 86_400_000;
const HALF_A_YEAR = 6;

/** Reads the time of a line. A time of RFC 3164 has no zone and no year: it is read in the given zone, and in the given year or the newest. */
export const readSyslogTime = (text: string, options: SensorOptions, last: LastDate | null): SyslogTime => {
  const [, name, ...numbers] = DATE.exec(text) ?? [];
  if (name === undefined) return { reading: readIso(text, options), assumed: null };
  if (options.timeZone === null) {
    const reason = noZone(options);
    return { reading: { kind: 'FAILED', reason }, assumed: null };
  }
  const month = MONTHS.indexOf(name);
  const [day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const wallAt = (year: number): number | null => findWallMs(year, { month, day, hour, minute, second });
  const year = options.year === null ? findNewest(wallAt, options.now()) : goOn(options.year, month, last);
  const wallMs = year === null ? null : wallAt(year);
  if (year === null || wallMs === null) return { reading: NO_TIME, assumed: null };
  const reading = readLocalTime({ field: 'the time', wallMs, fraction: '' }, options.timeZone, options.input);
  if (reading.kind === 'FAILED') return { reading, assumed: null };
  const from = options.year === null ? 'NEWEST' : 'GIVEN';
  return { reading, assumed: { year: { kind: 'YEAR', name: String(year), from }, date: { year, month } } };
};

const noZone = ({ input }: SensorOptions): string => `no time zone: the line has none; ${ADVICE[input].zone}`;

const NO_TIME = { kind: 'FAILED', reason: 'the line has no valid time' } as const;

/** NXLog on Linux writes local times without an offset. */
const readIso = (text: string, options: SensorOptions): TimeReading => {
  const wallMs = readWallClock(text);
  if (wallMs === null) return readZoned(text);
  const { timeZone, input } = options;
  if (timeZone === null) return { kind: 'FAILED', reason: noZone(options) };
  return readLocalTime({ field: 'the time', wallMs, fraction: text.slice(20) }, timeZone, input);
};

/** rsyslog and Vector write offsets with a colon, journald's exports without. */
const readZoned = (text: string): TimeReading =>
  readZonedTime(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'), NO_TIME.reason);

type Reading = Readonly<Record<'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

/** Null for a time that does not exist in that year, such as 29 February. */
const findWallMs = (year: number, { month, day, hour, minute, second }: Reading): number | null => {
  if (month < 0 || hour > 23 || minute > 59 || second > 59) return null;
  const wallMs = Date.UTC(year, month, day, hour, minute, second);
  return new Date(wallMs).getUTCDate() === day ? wallMs : null;
};

/** The newest year in which the date is not in the future; clocks and zones may be a day ahead. */
const findNewest = (wallAt: (year: number) => number | null, nowMs: number): number | null => {
  const thisYear = new Date(nowMs + DAY_MS).getUTCFullYear();
  const years = Array.from({ length: 9 }, (_, back) => thisYear - back);
  return years.find((year) => (wallAt(year) ?? Infinity) <= nowMs + DAY_MS) ?? null;
};

/** Finds the year of the next line: a log can continue into the next year, and a late line can belong to the previous one. */
const goOn = (given: number, month: number, last: LastDate | null): number => {
  if (last === null) return given;
  if (month - last.month < -HALF_A_YEAR) return last.year + 1;
  return month - last.month > HALF_A_YEAR ? last.year - 1 : last.year;
};
