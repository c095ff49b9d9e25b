import { BY_TIME } from '../../model/cursor.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { SessionMatch } from '../../model/hunts/sessionMatch.ts';
import type { PageArguments } from '../../model/page.ts';
import type { StoredSession } from '../../model/session/session.ts';

import type { ListContext } from '../listContext.ts';
import { listPage } from '../listPage.ts';

import { refuseSlow } from './listMatches.ts';
import type { HuntPage } from './listMatches.ts';

/** A hunt whose matches are the sessions that conditions hold for. */
export type SessionHunt<M extends SessionMatch, Parameters> = {
  readonly name: string;
  readonly parameters: Parameters;
  readonly where: readonly Predicate[];
  readonly makeMatch: (session: StoredSession) => M;
};

/**
 * Lists a page of the sessions that a hunt finds, first started first. They are a list like any other: none is too many.
 *
 * @throws Refusal BAD_PAGE, BAD_CURSOR, or DEADLINE_EXCEEDED when it took too long.
 */
export const listSessionMatches = async <M extends SessionMatch, Parameters>(
  { lists, now }: ListContext,
  { name, parameters, where, makeMatch }: SessionHunt<M, Parameters>,
  pageArguments: PageArguments,
): Promise<HuntPage<M, Parameters>> => {
  const predicate: Predicate = { kind: 'and', of: where };
  const page = await listPage(
    {
      identity: ['hunt', name, parameters],
      now,
      positions: BY_TIME,
      positionOf: ({ first }: M) => first,
      select: async ({ isBackward, ...stretch }) => {
        const scan = isBackward ? 'DESCENDING' : 'ASCENDING';
        const sessions = await lists
          .sessions({ ...stretch, predicate, field: 'STARTED', scan })
          .catch(refuseSlow);
        return sessions.map(makeMatch);
      },
      count: async (asOf, cap) => lists.countSessions({ predicate, asOf, cap }).catch(refuseSlow),
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: false });
};
