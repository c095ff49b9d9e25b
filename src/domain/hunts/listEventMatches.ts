import type { Action } from '../../model/action.ts';
import { BY_TIME } from '../../model/cursor.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { EventMatch, EventOf } from '../../model/hunts/eventMatch.ts';
import type { PageArguments } from '../../model/page.ts';
import type { SessionEvent } from '../../model/sessionEvent.ts';

import type { ListContext } from '../listContext.ts';
import { listPage } from '../listPage.ts';

import { refuseSlow } from './listMatches.ts';
import type { HuntPage } from './listMatches.ts';

/** A hunt whose matches are the events of an action, or of some, that conditions hold for. */
export type EventHunt<A extends Action, M extends EventMatch<A>, Parameters> = {
  readonly name: string;
  readonly parameters: Parameters;
  readonly action: A | readonly A[];
  /** The range of time among them, at the top, so that no other partition is read. */
  readonly where: readonly Predicate[];
  readonly makeMatch: (event: EventOf<A>) => M;
};

/**
 * Lists a page of the events that a hunt finds, oldest first. They are a list like any other: none is too many.
 *
 * @throws Refusal BAD_PAGE, BAD_CURSOR, or DEADLINE_EXCEEDED when it took too long.
 */
export const listEventMatches = async <A extends Action, M extends EventMatch<A>, Parameters>(
  { lists, now }: ListContext,
  { name, parameters, action, where, makeMatch }: EventHunt<A, M, Parameters>,
  pageArguments: PageArguments,
): Promise<HuntPage<M, Parameters>> => {
  const actions: readonly Action[] = [action].flat();
  const predicate: Predicate = {
    kind: 'and',
    of: [{ kind: 'in', field: 'action', values: actions }, ...where],
  };
  const isOfAction = (event: SessionEvent): event is EventOf<A> => actions.includes(event.action);
  const page = await listPage(
    {
      identity: ['hunt', name, parameters],
      now,
      positions: BY_TIME,
      positionOf: ({ first }: M) => first,
      select: async ({ isBackward, ...stretch }) => {
        const scan = isBackward ? 'DESCENDING' : 'ASCENDING';
        const events = await lists.events({ ...stretch, predicate, scan }).catch(refuseSlow);
        return events.filter(isOfAction).map(makeMatch);
      },
      count: async (asOf, cap) => lists.countEvents({ predicate, asOf, cap }).catch(refuseSlow),
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: false });
};
