/** A half-open range of time, in milliseconds since 1970. */
export type Range = { readonly from: number; readonly until: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Formats a time for the API, in UTC: `2026-11-16T09:00:00.000Z`. */
export const toIso = (ms: number): string => new Date(ms).toISOString();

/** Whether a text is the name of a time zone that the browser has, such as `Europe/Berlin`. The API refuses offsets such as +05:30. */
export const isZone = (zone: string): boolean => {
  try {
    return (
      /^[a-z]/i.test(zone) &&
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
};

/** What of a time to show: all to the second or millisecond, the time of day, or the day. */
export type Detail = 'SECONDS' | 'MILLISECONDS' | 'TIME_OF_DAY' | 'DAY';

/** Formats a time in a zone: `2026-11-16 09:00:00`. The zone is shown once, beside the range. */
export const formatTime = (ms: number, zone: string, detail: Detail = 'SECONDS'): string => {
  const { year, month, day, hour, minute, second } = partsOf(ms, zone);
  const date = `${year}-${month}-${day}`;
  if (detail === 'DAY') return date;
  if (detail === 'TIME_OF_DAY') return `${hour}:${minute}:${second}`;
  const time = `${date} ${hour}:${minute}:${second}`;
  return detail === 'SECONDS' ? time : `${time}.${String(Math.floor(ms) % 1000).padStart(3, '0')}`;
};

/** In which detail the times within a range differ. */
export const detailOf = ({ from, until }: Range): Detail =>
  until - from < 10_000 ? 'MILLISECONDS' : 'SECONDS';

/** Formats an answer's time; null is shown as a dash. */
export const formatText = (time: string | null | undefined, zone: string): string =>
  time === null || time === undefined ? '–' : formatTime(Date.parse(time), zone);

type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>;

const FORMATS = new Map<string, Intl.DateTimeFormat>();

const partsOf = (ms: number, zone: string): Parts => {
  const format = FORMATS.get(zone) ?? makeFormat(zone);
  FORMATS.set(zone, format);
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value])) as Parts;
};

const makeFormat = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** The difference between a zone and UTC at a time, in milliseconds: 3,600,000 for Berlin in winter. */
export const offsetOf = (ms: number, zone: string): number => {
  const { year, month, day, hour, minute, second } = partsOf(ms, zone);
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return local - Math.floor(ms / 1000) * 1000;
};

const TYPED =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:\d\d)?$/i;

/**
 * Parses a typed time: ISO 8601, to the day, minute or second, in the years 1000 to 9999. Without an offset it is a time of the zone. Returns null
 * when it is not one, or does not exist, such as 2026-02-30.
 */
export const parseTime = (text: string, zone: string): number | null => {
  const found = TYPED.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', offset] = found;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const local = Date.parse(`${iso}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== iso) return null;
  const ms = local + Math.floor(Number(`0.${fraction}`) * 1000);
  if (offset !== undefined) return checkCalendar(Date.parse(`${iso}${offset.toUpperCase()}`) + (ms - local));
  // The offset of the guess is right except in the hours around a change of the clocks.
  const guess = ms - offsetOf(ms, zone);
  return checkCalendar(ms - offsetOf(guess, zone));
};

const [FIRST_TIME, LAST_TIME] = [Date.UTC(1000), Date.UTC(10_000) - 1];

/** Null outside of the API's calendar, the years 1000 to 9999 in UTC, and for an offset that does not exist, which makes NaN. */
const checkCalendar = (ms: number): number | null => (ms >= FIRST_TIME && ms <= LAST_TIME ? ms : null);

/** All times of the API's calendar. */
export const CALENDAR: Range = { from: FIRST_TIME, until: LAST_TIME };

/** Moves a range into the bounds, and shortens it to their length if it is longer. */
export const keepWithin = ({ from, until }: Range, bounds: Range): Range => {
  const length = Math.min(until - from, bounds.until - bounds.from);
  const start = Math.min(Math.max(from, bounds.from), bounds.until - length);
  return { from: start, until: start + length };
};

/** The lengths of the buckets of a chart, as ISO 8601 durations. */
const BUCKETS = [
  ['PT1M', MINUTE],
  ['PT5M', 5 * MINUTE],
  ['PT15M', 15 * MINUTE],
  ['PT1H', HOUR],
  ['PT6H', 6 * HOUR],
  ['P1D', DAY],
  ['P7D', 7 * DAY],
  ['P30D', 30 * DAY],
] as const;

export type Bucket = (typeof BUCKETS)[number][0];

/** Chooses the smallest bucket of which at most 400 cover the range. */
export const chooseBucket = ({ from, until }: Range): Bucket =>
  BUCKETS.find(([, ms]) => (until - from) / ms <= 400)?.[0] ?? 'P30D';

/** Names a bucket for people: `per hour`. */
export const BUCKET_NAMES: Readonly<Record<Bucket, string>> = {
  PT1M: 'per minute',
  PT5M: 'per 5 minutes',
  PT15M: 'per 15 minutes',
  PT1H: 'per hour',
  PT6H: 'per 6 hours',
  P1D: 'per day',
  P7D: 'per 7 days',
  P30D: 'per 30 days',
};

/** Formats a length of time: `2 d 3 h`, `4 min 5 s`, `0.3 s`. */
export const formatLength = (ms: number): string => {
  if (ms < 10_000) return `${Math.round(ms) / 1000} s`;
  const units = [
    ['d', DAY],
    ['h', HOUR],
    ['min', MINUTE],
    ['s', 1000],
  ] as const;
  const first = units.findIndex(([, size]) => ms >= size);
  const [[unit, size], next] = [units[first] ?? units[3], units[first + 1]];
  const count = Math.floor(ms / size);
  if (next === undefined) return `${count} ${unit}`;
  const rest = Math.floor((ms - count * size) / next[1]);
  return rest === 0 ? `${count} ${unit}` : `${count} ${unit} ${rest} ${next[0]}`;
};
