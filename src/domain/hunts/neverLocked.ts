import { selectHostLocks } from '../../db/hunts/selectHostLocks.ts';

import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import {
  lastingConditions,
  measureSession,
  parseLastingSessions,
} from '../../model/hunts/lastingSessions.ts';
import { matchOfSession } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';
import type { StoredSession } from '../../model/session/session.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listSessionMatches } from './run/listSessionMatches.ts';

type NeverLocked = Match &
  ReturnType<typeof measureSession> & { readonly session: StoredSession; readonly range: TimeRange };

/** Finds long sessions that are never locked: desktops open to any passer-by, or kept awake by a program. */
export const neverLocked = defineHunt({
  title: 'Sessions That Are Never Locked',
  techniques: VALID_ACCOUNTS,
  finds: 'sessions that were never locked, and whether the host reports locks at all',
  parse: parseLastingSessions,
  search: async (run) => {
    const { range } = run.parameters;
    return listSessionMatches(run, {
      where: [...lastingConditions(run.parameters), { kind: 'not', of: { kind: 'everLocked' } }],
      makeMatch: (session): NeverLocked => ({
        ...matchOfSession(session),
        ...measureSession(session, range.until),
        session,
        range,
      }),
    });
  },
  computed: {
    NeverLocked: {
      /** Whether the host reported any LOCK in the range. */
      hostLocks: async (
        { session: { hostname }, range }: NeverLocked,
        _: unknown,
        { db }: ListContext,
      ): Promise<boolean> => selectHostLocks(db, { hostname, ...range }),
    },
  },
});
