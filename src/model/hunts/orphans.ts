import type { Action } from '../action.ts';
import { parseList } from '../filter/comparators.ts';
import { isStitched } from '../session/isStitched.ts';

import { makeEventMatch } from './eventMatch.ts';
import type { EventMatch, EventOf } from './eventMatch.ts';
import { parseRange, refuse } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The actions of what belongs to a session that a login began. */
export type OrphanAction = Exclude<Action, 'LOGIN'>;

/** Why an event has no session. */
export type OrphanReason = 'NO_LOGIN_ID' | 'FIXED_LOGON' | 'NO_LOGIN';

/** The parameters as a client gives them. */
export type OrphansInput = { readonly range: RangeInput; readonly actions: readonly Action[] };

/** The parameters as they are used. */
export type OrphansParameters = { readonly range: TimeRange; readonly actions: readonly OrphanAction[] };

/** An event without a session. */
export type Orphans = EventMatch<OrphanAction> & { readonly reason: OrphanReason };

/** How many of the events of a host and day of UTC have no session. */
export type OrphanRate = {
  readonly hostname: string;
  readonly day: string;
  readonly orphans: number;
  readonly events: number;
};

/** The rates with most orphans, and how many there are. */
export type OrphanRates = { readonly rates: readonly OrphanRate[]; readonly total: number };

/** @throws Refusal that names the parameter. */
export const parseOrphans = ({ range, actions }: OrphansInput): OrphansParameters => ({
  range: parseRange(range),
  actions: [...new Set(parseList(actions, 'actions', parseAction))].toSorted(),
});

const parseAction = (action: unknown, path: string): OrphanAction => {
  if (action !== 'LOGIN') return action as OrphanAction;
  throw refuse(path, 'is LOGIN, which begins a session and cannot miss one; leave it out of actions');
};

/** Makes the match of an event that has no session: what is stitched and has none is a logout whose login is not there. */
export const makeOrphan = (event: EventOf<OrphanAction>): Orphans => {
  const missing = isStitched(event) ? 'NO_LOGIN' : 'FIXED_LOGON';
  return { ...makeEventMatch(event), reason: event.loginId === null ? 'NO_LOGIN_ID' : missing };
};
