import { countSessions, selectSessions } from '../../../db/selectSessions.ts';

import { BY_TIME } from '../../../model/cursor.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { Match } from '../../../model/hunts/match.ts';
import type { StoredSession } from '../../../model/session/session.ts';

import { listPage } from '../../listPage.ts';

import type { HuntPage, HuntRun } from './defineHunt.ts';
import { refuseSlow } from './runHunt.ts';

/** A search whose matches are sessions. */
export type SessionSearch<M extends Match> = {
  /** All conditions of the sessions. */
  readonly where: readonly Predicate[];
  readonly makeMatch: (session: StoredSession) => Promise<M>;
};

/**
 * Lists a page of the sessions that a search finds, ordered by start. There is no limit to their number.
 *
 * @throws Refusal BAD_PAGE, BAD_CURSOR, or DEADLINE_EXCEEDED.
 */
export const listSessionMatches = async <M extends Match, Parameters>(
  { db, now, name, parameters, page: pageArguments }: HuntRun<Parameters>,
  { where, makeMatch }: SessionSearch<M>,
): Promise<HuntPage<M, Parameters>> => {
  const predicate: Predicate = { kind: 'and', of: where };
  const page = await listPage(
    {
      identity: ['hunt', name, parameters],
      now,
      positions: BY_TIME,
      positionOf: ({ first }: M) => first,
      select: async ({ isBackward, ...query }) => {
        const scan = isBackward ? 'DESCENDING' : 'ASCENDING';
        const sessions = await selectSessions(db, {
          ...query,
          predicate,
          field: 'STARTED',
          scan,
        }).catch(refuseSlow);
        // The compiler does not know that a match is not a promise.
        const matches: readonly unknown[] = await Promise.all(sessions.map(makeMatch));
        return matches as readonly M[];
      },
      count: async (asOf, cap) => countSessions(db, { predicate, asOf, cap }).catch(refuseSlow),
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: false });
};
