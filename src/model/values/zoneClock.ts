import { Refusal } from '../refusal.ts';
import { firstIndex } from '../firstIndex.ts';

/** The wall clock of a time zone, to the second. Wall times are milliseconds as if the clock showed UTC. */
export type ZoneClock = {
  readonly wallAt: (utcMs: number) => number;
  /**
   * The instants at which the clock shows a time: two where it was set back over it; where it was set forward over it, the instant at which
   * that was done.
   */
  readonly listInstants: (wallMs: number) => readonly number[];
};

/** Makes the clock of an IANA zone; null when there is no such zone. */
const makeZoneClock = (timeZone: string): ZoneClock | null => {
  const offsetAt = makeOffsetLookup(timeZone);
  if (offsetAt === null) return null;
  const offsetOfDay = remember((day) => offsetAt(day * DAY_MS));
  const changeAfterDay = remember((day) => findChange(offsetAt, day * DAY_MS));
  return {
    wallAt: (utcMs) => utcMs + offsetAt(utcMs),
    listInstants: (wallMs) => {
      // No zone is a day from UTC, so the days around it are before and after the instants.
      const day = Math.floor(wallMs / DAY_MS) - 1;
      const [before, after] = [offsetOfDay(day), offsetOfDay(day + WINDOW_DAYS)];
      if (before === after) return [wallMs - before];
      const change = changeAfterDay(day);
      const shown = [wallMs - before].filter((utcMs) => utcMs < change);
      if (wallMs - after >= change) shown.push(wallMs - after);
      return shown.length === 0 ? [change] : shown;
    },
  };
};

/** Makes a lookup of a zone's offsets from UTC; null when there is no such zone. It takes 5 µs for an instant. */
export const makeOffsetLookup = (timeZone: string): ((utcMs: number) => number) | null => {
  const format = makeFormat(timeZone);
  return format === null ? null : (utcMs) => offsetAt(format, utcMs);
};

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 3;

const makeFormat = (timeZone: string): Intl.DateTimeFormat | null => {
  try {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', ...numeric, ...clock });
  } catch {
    return null;
  }
};

const offsetAt = (format: Intl.DateTimeFormat, utcMs: number): number => {
  const parts = new Map(format.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const date = [part('year'), part('month') - 1, part('day')] as const;
  return Date.UTC(...date, part('hour'), part('minute'), part('second')) - Math.floor(utcMs / 1000) * 1000;
};

const remember = (find: (day: number) => number): ((day: number) => number) => {
  const known = new Map<number, number>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const found = find(day);
    known.set(day, found);
    return found;
  };
};

/** The first instant of the offset that the zone has three days later: no zone sets its clock twice in so short a time. */
const findChange = (offset: (utcMs: number) => number, fromMs: number): number => {
  const known = offset(fromMs);
  const seconds = (WINDOW_DAYS * DAY_MS) / 1000;
  return fromMs + firstIndex(seconds, (second) => offset(fromMs + second * 1000) !== known) * 1000;
};

/** Parses the name of a zone to its clock. @throws Refusal INVALID_TIME_ZONE for a name that IANA does not have. */
export const parseTimeZone = (timeZone: unknown, path: string): ZoneClock => {
  const clock = typeof timeZone === 'string' && ZONE_NAME.test(timeZone) ? makeZoneClock(timeZone) : null;
  if (clock !== null) return clock;
  throw new Refusal(
    'INVALID_TIME_ZONE',
    `${path} is no time zone of IANA; send a name like Europe/Berlin or UTC.`,
    path,
  );
};

/** No offsets, which newer versions of Node take and older ones do not. */
const ZONE_NAME = /^[A-Za-z][\w+/-]{0,63}$/;
