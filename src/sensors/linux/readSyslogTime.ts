import { ADVICE } from '../advice.ts';
import type { Assumption } from '../assumptions.ts';
import { makeReading, readLocalTime } from '../readLocalTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import { readZonedTime } from '../readZonedTime.ts';
import type { SensorOptions } from '../sensor.ts';
import type { Known } from '../wrappers/wrapper.ts';

/** The time of a line. */
export type SyslogTime = {
  readonly reading: TimeReading;
  /** Null for a line that states its year, and for one without a time. */
  readonly assumed: Assumption | null;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The year may stand before the month, after the day or after the time. A device of Cisco may state UTC. */
const NAMED_MONTH =
  /^(?:(\d{4}) )?([A-Z][a-z]{2}) {1,2}(\d{1,2})(?: (\d{4}))? (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: (\d{4}))?( UTC)?$/;
const NUMBERS =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:| ?(Z|[+-]\d\d(?::?\d\d)?)| ([A-Z]{3,5}))$/;
const UNIX = /^(\d{10})\.(\d{6})$/;
const DAY_MS = 86_400_000;

/**
 * Reads the time of a line. A time of RFC 3164 has no zone and no year: it is read in the given zone, and in the year that the lines of its file
 * show, or else the newest year.
 */
export const readSyslogTime = (
  text: string,
  options: SensorOptions,
  yearOfLine: number | null,
): SyslogTime => {
  if (text.startsWith('*')) return { reading: UNSET_CLOCK, assumed: null };
  const clock = parseClock(text);
  if (clock.kind === 'ZONED') return { reading: clock.reading, assumed: null };
  const { timeZone } = options;
  if (timeZone === null && !clock.isUtc) {
    const reason = `no time zone: the line has none; ${ADVICE[options.input].zone}`;
    return { reading: { kind: 'FAILED', reason }, assumed: null };
  }
  const { fraction } = clock;
  const wallAt = (year: number): number | null => findWallMs(year, clock);
  const year = clock.year ?? yearOfLine ?? options.year ?? findNewest(wallAt, options.now());
  const wallMs = year === null ? null : wallAt(year);
  if (year === null || wallMs === null) return { reading: NO_TIME, assumed: null };
  const reading =
    timeZone === null || clock.isUtc
      ? makeReading(wallMs, fraction, null)
      : readLocalTime({ field: 'the time', wallMs, fraction }, timeZone, options.input);
  if (reading.kind === 'FAILED' || clock.year !== null) return { reading, assumed: null };
  const from = options.year === null ? 'NEWEST' : 'GIVEN';
  return { reading, assumed: { kind: 'YEAR', name: String(year), from } };
};

/** Options for a line inside a wrapper: a line that has no year is not from after the time that the wrapper states. */
export const boundBy = (options: SensorOptions, known: Known | undefined): SensorOptions => {
  const untilMs = known?.time === undefined ? Number.NaN : Date.parse(known.time);
  return Number.isNaN(untilMs) ? options : { ...options, now: () => untilMs };
};

const UNSET_CLOCK = {
  kind: 'FAILED',
  reason:
    'the clock of the device was not set (`*Mar 1`): import the log of a collector, which has its own time, and set the clock with NTP',
} as const;
const NO_TIME = { kind: 'FAILED', reason: 'the line has no valid time' } as const;

/** A time with its zone, or the reading of a clock without a zone, whose year may be missing too. The month starts at 0. */
type Clock =
  | { readonly kind: 'ZONED'; readonly reading: TimeReading }
  | ({
      readonly kind: 'LOCAL';
      readonly year: number | null;
      readonly fraction: string;
      readonly isUtc: boolean;
    } & Reading);

type Reading = Readonly<Record<'month' | 'day' | 'hour' | 'minute' | 'second', number>>;

const parseClock = (text: string): Clock => {
  const named = NAMED_MONTH.exec(text);
  if (named !== null) {
    const [, before, name = '', day, after, hour, minute, second, fraction = '', last, utc] = named;
    const year = before ?? after ?? last;
    const numbers = [MONTHS.indexOf(name), day, hour, minute, second];
    const isUtc = utc !== undefined;
    return {
      kind: 'LOCAL',
      year: year === undefined ? null : Number(year),
      fraction,
      isUtc,
      ...toReading(numbers),
    };
  }
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, year, month, day, hour, minute, second, fraction = '', offset, zone] = numbers;
    const clock = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    const isUtc = offset === 'Z' || zone === 'UTC' || zone === 'GMT';
    if (isUtc || offset !== undefined) {
      const point = fraction === '' ? '' : `.${fraction}`;
      return { kind: 'ZONED', reading: readZoned(`${clock}${point}${isUtc ? 'Z' : toOffset(offset ?? '')}`) };
    }
    return {
      kind: 'LOCAL',
      year: Number(year),
      fraction,
      isUtc: false,
      ...toReading([Number(month) - 1, day, hour, minute, second]),
    };
  }
  const [, seconds, micros = ''] = UNIX.exec(text) ?? [];
  const isUnix = seconds !== undefined;
  return {
    kind: 'ZONED',
    reading: isUnix ? makeReading(Number(seconds) * 1000, micros, null) : readZoned(text),
  };
};

const toReading = (numbers: readonly (string | number | undefined)[]): Reading => {
  const [month = -1, day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  return { month, day, hour, minute, second };
};

const readZoned = (text: string): TimeReading => readZonedTime(text, NO_TIME.reason);

/** journald's exports and macOS write offsets without a colon, `journalctl -o short-full` also without minutes. */
const toOffset = (offset: string): string =>
  `${offset.slice(0, 3)}:${offset.length === 3 ? '00' : offset.slice(-2)}`;

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
