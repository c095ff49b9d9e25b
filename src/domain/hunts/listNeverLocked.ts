import { lasting, parseLastingSessions } from '../../model/hunts/lastingSessions.ts';
import type { LastingSessionsInput, LastingSessionsParameters } from '../../model/hunts/lastingSessions.ts';
import { UNTOUCHED } from '../../model/hunts/neverLocked.ts';
import type { NeverLocked } from '../../model/hunts/neverLocked.ts';
import { makeSessionMatch } from '../../model/hunts/sessionMatch.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import type { HuntEdge, HuntPage } from './listMatches.ts';
import { listSessionMatches } from './listSessionMatches.ts';

export type NeverLockedPage = HuntPage<NeverLocked, LastingSessionsParameters>;
export type NeverLockedEdge = HuntEdge<NeverLocked>;

/**
 * Finds sessions that last and are never locked: desktops that anybody may use who comes by, or that a program keeps awake.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listNeverLocked = async (
  context: ListContext,
  input: LastingSessionsInput & PageArguments,
): Promise<NeverLockedPage> => {
  const parameters = parseLastingSessions(input);
  const { range } = parameters;
  return listSessionMatches(
    context,
    {
      name: 'neverLocked',
      parameters,
      where: [...lasting(parameters), ...UNTOUCHED],
      makeMatch: (session): NeverLocked => ({ ...makeSessionMatch(session), until: range.until, range }),
    },
    input,
  );
};
