import { lasting, parseLastingSessions } from '../../model/hunts/lastingSessions.ts';
import type { LastingSessionsInput, LastingSessionsParameters } from '../../model/hunts/lastingSessions.ts';
import type { LongSessions } from '../../model/hunts/longSessions.ts';
import { makeSessionMatch } from '../../model/hunts/sessionMatch.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import type { HuntEdge, HuntPage } from './listMatches.ts';
import { listSessionMatches } from './listSessionMatches.ts';

export type LongSessionsPage = HuntPage<LongSessions, LastingSessionsParameters>;
export type LongSessionsEdge = HuntEdge<LongSessions>;

/**
 * Finds sessions that last long: a foothold that is kept, or a desktop that nobody logged off.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listLongSessions = async (
  context: ListContext,
  input: LastingSessionsInput & PageArguments,
): Promise<LongSessionsPage> => {
  const parameters = parseLastingSessions(input);
  const { until } = parameters.range;
  return listSessionMatches(
    context,
    {
      name: 'longSessions',
      parameters,
      where: lasting(parameters),
      makeMatch: (session): LongSessions => ({ ...makeSessionMatch(session), until }),
    },
    input,
  );
};
