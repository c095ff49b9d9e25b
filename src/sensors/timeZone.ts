import { makeOffsetLookup } from '../model/values/zoneClock.ts';

/** A zone for local times that do not tell theirs. */
export type TimeZone = {
  readonly name: string;
  /** Offsets from UTC at a wall-clock reading: two where the clock was set back, none where it was set forward. */
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
    : { name, listOffsetsMs: remember((wallMs) => findOffsets(offsetAt, wallMs)) };
};

/** `-04:00` */
export const formatOffset = (offsetMs: number): string => {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MAX_OFFSET_MS = 14 * 60 * MINUTE_MS;
const MAX_REMEMBERED = 10_000;

/** Clocks are set at quarters of an hour, so one answer serves the quarter; Intl takes some 5 µs. */
const remember = (list: TimeZone['listOffsetsMs']): TimeZone['listOffsetsMs'] => {
  const known = new Map<number, readonly number[]>();
  return (wallMs) => {
    const quarter = Math.floor(wallMs / QUARTER_MS);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const offsets = list(quarter * QUARTER_MS);
    known.set(quarter, offsets);
    return offsets;
  };
};

/** No zone is more than 14 h from UTC, so a day before and after are on the two sides of a change of the clock. */
const findOffsets = (offsetAt: (utcMs: number) => number, wallMs: number): readonly number[] => {
  const around = new Set([offsetAt(wallMs - DAY_MS), offsetAt(wallMs + DAY_MS)]);
  return [...around].filter((offsetMs) => offsetAt(wallMs - offsetMs) === offsetMs);
};
