import { selectTopUsers } from '../../db/hunts/selectTopUsers.ts';
import type { TopUser } from '../../db/hunts/selectTopUsers.ts';

import { SUCCESSFUL_LOGINS, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import { parseCount, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';

import { makeTotalCount } from '../listPage.ts';
import type { CountMode, TotalCount } from '../listPage.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';
import { refuseSlow } from './run/runHunt.ts';

type Input = {
  readonly range: RangeInput;
  readonly excludeTopUsers: number;
  readonly excludeNoise: boolean;
};

type Excluded = { readonly excluded: readonly TopUser[] };

const MAX_SHOWN = 1000;

/**
 * Finds logins of users who are not among the most frequent of the range.
 *
 * Users with as many logins as the last of those are excluded too, because any choice among them would be arbitrary. Logins of unknown
 * users are shown.
 */
export const loginActivity = defineHunt({
  id: 'CAR-2013-10-001',
  title: 'User Login Activity Monitoring',
  techniques: ['T1021', 'T1021.001', 'T1078', 'T1078.002', 'T1078.003'],
  finds: 'logins of users who are not among the most frequent',
  parse: ({ range, excludeTopUsers, excludeNoise }: Input) => ({
    range: parseRange(range),
    excludeTopUsers: parseCount(excludeTopUsers, 'excludeTopUsers', { least: 0, most: 1_000_000 }),
    excludeNoise,
  }),
  search: async (run) => {
    const { range, excludeTopUsers, excludeNoise } = run.parameters;
    const logins = [...within(range), ...SUCCESSFUL_LOGINS, ...withoutNoise(excludeNoise)];
    const excluded = await selectTopUsers(run.db, logins, excludeTopUsers).catch(refuseSlow);
    const accounts = excluded.map(({ account }) => account);
    const page = await listEventMatches(run, {
      action: 'LOGIN',
      where: [...logins, { kind: 'not', of: { kind: 'accountIn', accounts } }],
      makeMatch: (login) => ({ ...matchOfEvent(login), login }),
    });
    return Object.assign(page, { excluded });
  },
  computed: {
    LoginActivityConnection: {
      excludedUsers: ({ excluded }: Excluded): readonly TopUser[] => excluded.slice(0, MAX_SHOWN),
      excludedUserTotalCount: ({ excluded }: Excluded, { mode }: { readonly mode: CountMode }): TotalCount =>
        makeTotalCount(excluded.length, mode),
    },
  },
});
