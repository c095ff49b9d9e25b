import { makeOffsetLookup } from '../model/values/zoneClock.ts';

/** A zone for local times that do not state an offset. */
export type TimeZone = {
  readonly name: string;
  /** Lists the offsets from UTC at a wall-clock time: two if the clock was set back, none if it was set forward. */
  readonly listOffsetsMs: (wallMs: number) => readonly number[];
};

/** Parses an IANA name (`America/New_York`), `local` (this machine's zone) or a fixed offset (`-04:00`); null for anything else. */
export const parseInputZone = (text: string): TimeZone | null => {
  const fixed = /^([+-])(\d\d):([0-5]\d)$/.exec(text);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    const offsetMs = (fixed[1] === '-' ? -minutes : minutes) * MINUTE_MS;
    return Math.abs(offsetMs) > MAX_OFFSET_MS ? null : { name: text, listOffsetsMs: () => [offsetMs] };
  }
  const name = text === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : text;
  const offsetAt = makeOffsetLookup(name);
  return offsetAt === null
    ? null
    : { name, listOffsetsMs: memoize((wallMs) => findOffsets(offsetAt, wallMs)) };
};

/** Formats an offset as `-04:00`. */
export const formatOffset = (offsetMs: number): string => {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAX_OFFSET_MS = 14 * 60 * MINUTE_MS;
const MAX_MEMOIZED = 10_000;

/** Caches the offsets of each quarter of an hour: clocks are set only between quarters, and Intl takes about 5 µs. */
const memoize = (list: TimeZone['listOffsetsMs']): TimeZone['listOffsetsMs'] => {
  const known = new Map<number, readonly number[]>();
  return (wallMs) => {
    const quarter = Math.floor(wallMs / QUARTER_MS);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    if (known.size >= MAX_MEMOIZED) known.clear();
    const offsets = list(quarter * QUARTER_MS);
    known.set(quarter, offsets);
    return offsets;
  };
};

/** No zone is more than 14 h from UTC, so a clock change lies between the day before and the day after. */
const findOffsets = (offsetAt: (utcMs: number) => number, wallMs: number): readonly number[] => {
  const around = new Set([offsetAt(wallMs - DAY_MS), offsetAt(wallMs + DAY_MS)]);
  return [...around].filter((offsetMs) => offsetAt(wallMs - offsetMs) === offsetMs);
};
