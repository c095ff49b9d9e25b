import type { Action, LoginType } from '../../model/action.ts';
import { parseList } from '../../model/filter/comparators.ts';
import { ofTypes, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import { parseLoginTypes, parseRange, refuse } from '../../model/hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../../model/hunts/parameters.ts';
import { minutesOfWeek, parseOpenHours, WEEKDAYS } from '../../model/hunts/weeklyHours.ts';
import type { OpenHours, Weekday } from '../../model/hunts/weeklyHours.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { listOffsets } from '../../model/values/listOffsets.ts';
import { parseTimeZone } from '../../model/values/zoneClock.ts';
import { formatTime } from '../../model/values/time.ts';
import type { ZoneClock } from '../../model/values/zoneClock.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly timeZone: string;
  readonly openHours: readonly OpenHours[];
  readonly actions: readonly Action[];
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The actions that show that a user began to use a host. */
type Arrival = Exclude<Action, 'LOCK' | 'LOGOUT'>;

type Parameters = {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly openHours: readonly OpenHours[];
  readonly actions: readonly Arrival[];
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

const DAY_US = 86_400_000_000;
/** Limits the work of the search, which looks up the zone's offset for each day of the range. */
const MAX_DAYS = 3660;

/**
 * Finds logins, reconnects and unlocks outside working hours by the local time of a zone. Node computes local times, not Postgres, as for the buckets of
 * statistics: their time zone rules may differ by version, and one answer must not mix them.
 */
export const offHours = defineHunt({
  title: 'Activity Outside of Working Hours',
  techniques: VALID_ACCOUNTS,
  finds: 'logins, reconnects and unlocks outside working hours, by the local time of a zone',
  parse: ({ timeZone, openHours, actions, loginTypes, excludeNoise, ...input }: Input): Parameters => {
    const range = parseRange(input.range);
    if (toMicroseconds(range.until) - toMicroseconds(range.from) > MAX_DAYS * DAY_US) {
      throw refuse('range.until', `is more than ${MAX_DAYS} days after range.from; request a shorter range`);
    }
    parseTimeZone(timeZone, 'timeZone');
    return {
      range,
      timeZone,
      openHours: parseOpenHours(openHours),
      actions: [...new Set(parseList(actions, 'actions', parseAction))].toSorted(),
      loginTypes: parseLoginTypes(loginTypes),
      excludeNoise,
    };
  },
  search: async (run) => {
    const { range, timeZone, openHours, actions, loginTypes, excludeNoise } = run.parameters;
    const clock = parseTimeZone(timeZone, 'timeZone');
    const weekRanges = minutesOfWeek(openHours);
    const closed = listOffsets(clock, range).map(({ from, until, aheadSeconds }): Predicate => ({
      kind: 'and',
      of: [...within({ from, until }), { kind: 'not', of: { kind: 'inWeek', aheadSeconds, weekRanges } }],
    }));
    return listEventMatches(run, {
      action: actions,
      where: [
        ...within(range),
        NOT_FAILED,
        { kind: 'or', of: closed },
        ...ofTypesIfAny(loginTypes),
        ...withoutNoise(excludeNoise),
      ],
      makeMatch: (event) => ({ ...matchOfEvent(event), event, ...readLocalTime(clock, event.time) }),
    });
  },
});

const parseAction = (action: unknown, path: string): Arrival => {
  if (action !== 'LOCK' && action !== 'LOGOUT') return action as Arrival;
  throw refuse(path, `is ${action}, which ends the use of a host; leave it out of actions`);
};

/** Only logins can fail. */
const NOT_FAILED: Predicate = {
  kind: 'not',
  of: { kind: 'in', field: 'loginSuccessful', values: [false] },
};

/** An unlock has no login type. It is at the screen of the session, so a list of types does not leave it out. */
const ofTypesIfAny = (loginTypes: readonly LoginType[] | null): readonly Predicate[] => {
  const types = ofTypes(loginTypes);
  return types.length === 0
    ? []
    : [{ kind: 'or', of: [{ kind: 'in', field: 'action', values: ['UNLOCK'] }, ...types] }];
};

/** Reads the local time of a canonical time. */
const readLocalTime = (
  { wallAt }: ZoneClock,
  time: string,
): { readonly localTime: string; readonly weekday: Weekday } => {
  const utcMs = Date.parse(`${time.slice(0, 19)}Z`);
  const localMs = wallAt(utcMs);
  const local = formatTime(localMs).slice(0, 19);
  const daysSinceMonday = (new Date(localMs).getUTCDay() + 6) % 7;
  const localTime = `${local}${time.slice(19, 26)}${formatOffset((localMs - utcMs) / 1000)}`;
  return { localTime, weekday: WEEKDAYS[daysSinceMonday] ?? 'MONDAY' };
};

/** `+01:00`, with seconds if the offset has them: local mean times do. */
const formatOffset = (aheadSeconds: number): string => {
  const clock = new Date(Math.abs(aheadSeconds) * 1000).toISOString().slice(11, 19);
  return `${aheadSeconds < 0 ? '-' : '+'}${clock.replace(/:00$/, '')}`;
};
