import { selectOrphanRates } from '../../db/hunts/selectOrphanRates.ts';
import type { OrphanRate, OrphanRates } from '../../db/hunts/selectOrphanRates.ts';

import type { Action } from '../../model/action.ts';
import { parseList } from '../../model/filter/comparators.ts';
import { within } from '../../model/filter/logins.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { matchOfEvent } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { parseRange, refuse } from '../../model/hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../../model/hunts/parameters.ts';
import { isStitched } from '../../model/session/isStitched.ts';

import { makeTotalCount } from '../listPage.ts';
import type { CountMode, TotalCount } from '../listPage.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listEventMatches } from './run/listEventMatches.ts';
import type { EventOf } from './run/listEventMatches.ts';
import { refuseSlow } from './run/runHunt.ts';

type Input = { readonly range: RangeInput; readonly actions: readonly Action[] };

/** The actions of events that belong to the session of a login. */
type OrphanAction = Exclude<Action, 'LOGIN'>;
type Parameters = { readonly range: TimeRange; readonly actions: readonly OrphanAction[] };

/** Why an event has no session. */
type Reason = 'NO_LOGIN_ID' | 'FIXED_LOGON' | 'NO_LOGIN';
type Orphan = Match & { readonly event: EventOf<OrphanAction>; readonly reason: Reason };

/** Counts the rates at the first call; later calls return the same ones. */
type WithRates = { readonly findRates: () => Promise<OrphanRates> };

/** Finds events that should have a session and have none: the event that began the session was not recorded, or was removed. */
export const orphans = defineHunt({
  title: 'Events Without a Session',
  techniques: ['T1562.002', 'T1070.001'],
  finds: 'events without a session, and their rate by host and day: gaps in the audit policy',
  parse: ({ range, actions }: Input): Parameters => ({
    range: parseRange(range),
    actions: [...new Set(parseList(actions, 'actions', parseAction))].toSorted(),
  }),
  search: async (run) => {
    const { range, actions } = run.parameters;
    const page = await listEventMatches(run, {
      action: actions,
      where: [...within(range), { kind: 'orphan' }],
      makeMatch: (event): Orphan => ({ ...matchOfEvent(event), event, reason: reasonOf(event) }),
    });
    const events: readonly Predicate[] = [...within(range), { kind: 'in', field: 'action', values: actions }];
    let rates: Promise<OrphanRates> | undefined;
    const findRates = async (): Promise<OrphanRates> => {
      rates ??= selectOrphanRates(run.db, events).catch(refuseSlow);
      return rates;
    };
    return Object.assign(page, { findRates });
  },
  computed: {
    OrphansConnection: {
      rates: async ({ findRates }: WithRates): Promise<readonly OrphanRate[]> => (await findRates()).rates,
      rateTotalCount: async (
        { findRates }: WithRates,
        { mode }: { readonly mode: CountMode },
      ): Promise<TotalCount> => makeTotalCount((await findRates()).total, mode),
    },
  },
});

const parseAction = (action: unknown, path: string): OrphanAction => {
  if (action !== 'LOGIN') return action as OrphanAction;
  throw refuse(path, 'is LOGIN, which begins a session and cannot miss one; leave it out of actions');
};

/** An event with a login id opens a session unless it belongs to a fixed logon or is a logout whose login is missing. */
const reasonOf = (event: EventOf<OrphanAction>): Reason => {
  if (event.loginId === null) return 'NO_LOGIN_ID';
  return isStitched(event) ? 'NO_LOGIN' : 'FIXED_LOGON';
};
