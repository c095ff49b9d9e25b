import type { LoginType } from '../action.ts';
import { toMicroseconds } from '../session/sessionRank.ts';
import { parseTimeZone } from '../values/parseTimeZone.ts';
import { formatTime } from '../values/time.ts';
import type { ZoneClock } from '../values/zoneClock.ts';

import type { EventMatch } from './eventMatch.ts';
import { parseLoginTypes, parseRange, refuse } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';
import { parseOpenHours, WEEKDAYS } from './weeklyHours.ts';
import type { OpenHours, Weekday } from './weeklyHours.ts';

/** The parameters as a client gives them. */
export type OffHoursInput = {
  readonly range: RangeInput;
  readonly timeZone: string;
  readonly openHours: readonly OpenHours[];
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type OffHoursParameters = {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly openHours: readonly OpenHours[];
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** A login outside of the hours in which people work, and what the clock on the wall showed. */
export type OffHours = EventMatch<'LOGIN'> & { readonly localTime: string; readonly weekday: Weekday };

const DAY_US = 86_400_000_000;
const MAX_DAYS = 3660;

/** The range is bounded because the zone's clock is looked at for each of its days. @throws Refusal that names the parameter. */
export const parseOffHours = (input: OffHoursInput): OffHoursParameters => {
  const range = parseRange(input.range);
  if (toMicroseconds(range.until) - toMicroseconds(range.from) > MAX_DAYS * DAY_US) {
    throw refuse('range.until', `is more than ${MAX_DAYS} days after range.from; ask for a shorter range`);
  }
  parseTimeZone(input.timeZone, 'timeZone');
  return {
    range,
    timeZone: input.timeZone,
    openHours: parseOpenHours(input.openHours),
    loginTypes: parseLoginTypes(input.loginTypes),
    excludeNoise: input.excludeNoise,
  };
};

/** What a clock shows at a canonical time. */
export const readWall = (
  { wallAt }: ZoneClock,
  time: string,
): { readonly localTime: string; readonly weekday: Weekday } => {
  const utcMs = Date.parse(`${time.slice(0, 19)}Z`);
  const wallMs = wallAt(utcMs);
  const local = formatTime(wallMs).slice(0, 19);
  const sinceMonday = (new Date(wallMs).getUTCDay() + 6) % 7;
  const localTime = `${local}${time.slice(19, 26)}${formatOffset((wallMs - utcMs) / 1000)}`;
  return { localTime, weekday: WEEKDAYS[sinceMonday] ?? 'MONDAY' };
};

/** +01:00, with seconds where the mean time of a place has some. */
const formatOffset = (aheadSeconds: number): string => {
  const clock = new Date(Math.abs(aheadSeconds) * 1000).toISOString().slice(11, 19);
  return `${aheadSeconds < 0 ? '-' : '+'}${clock.replace(/:00$/, '')}`;
};
