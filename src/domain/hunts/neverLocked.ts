import { selectHostLocks } from '../../db/hunts/selectHostLocks.ts';

import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import {
  durationFields,
  lastingConditions,
  parseLastingSessions,
} from '../../model/hunts/lastingSessions.ts';
import { matchOfSession } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';
import { silenceFor } from '../../model/hunts/presence.ts';
import type { StoredSession } from '../../model/session/session.ts';

import type { ListContext } from '../listContext.ts';
import { findHuntEnd, findKeptFrom, sumActive } from '../sessionStates.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listSessionMatches } from './run/listSessionMatches.ts';

type NeverLocked = Match &
  ReturnType<typeof durationFields> & { readonly session: StoredSession; readonly range: TimeRange };

/** Finds long sessions that are never locked: desktops open to any passer-by, or kept awake by a program. Only the time in state ACTIVE counts. */
export const neverLocked = defineHunt({
  title: 'Sessions That Are Never Locked',
  techniques: VALID_ACCOUNTS,
  finds: 'sessions that were never locked, and whether the host reports locks at all',
  parse: parseLastingSessions,
  search: async ({ db, parameters, ...run }) => {
    const { range, minDuration, includeUnknown } = parameters;
    const { until } = range;
    const silenceUs = silenceFor(parameters, db.silenceUs);
    const keptFrom = await findKeptFrom(db);
    return listSessionMatches(
      { ...run, db, parameters },
      {
        where: [
          ...lastingConditions(parameters, silenceUs),
          { kind: 'not', of: { kind: 'everLocked' } },
          { kind: 'unlockedFor', leastUs: lengthUs(minDuration), until, keptFrom, silenceUs },
        ],
        makeMatch: async (session): Promise<NeverLocked> => {
          const end = await findHuntEnd(db, session, { until, includeUnknown });
          return {
            ...matchOfSession(session),
            ...durationFields(await sumActive(db, session, end)),
            session,
            range,
          };
        },
      },
    );
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
