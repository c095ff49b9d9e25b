import { countEvents, selectEvents } from '../../../db/selectEvents.ts';

import type { Action } from '../../../model/action.ts';
import { BY_TIME } from '../../../model/cursor.ts';
import type { Predicate } from '../../../model/filter/predicate.ts';
import type { Match } from '../../../model/hunts/match.ts';
import type { SessionEvent } from '../../../model/sessionEvent.ts';

import { listPage } from '../../listPage.ts';

import type { HuntPage, HuntRun } from './defineHunt.ts';
import { refuseSlow } from './runHunt.ts';

/** Stored events with one of these actions. */
export type EventOf<A extends Action> = Extract<SessionEvent, { readonly action: A }>;

/** A search whose matches are events. */
export type EventSearch<A extends Action, M extends Match> = {
  readonly action: A | readonly A[];
  /** All conditions of the events. Put the range of time at the top level, so that Postgres skips other partitions. */
  readonly where: readonly Predicate[];
  readonly makeMatch: (event: EventOf<A>) => M;
};

/**
 * Lists a page of the events that a search finds, oldest first. There is no limit to their number.
 *
 * @throws Refusal BAD_PAGE, BAD_CURSOR, or DEADLINE_EXCEEDED.
 */
export const listEventMatches = async <A extends Action, M extends Match, Parameters>(
  { db, now, name, parameters, page: pageArguments }: HuntRun<Parameters>,
  { action, where, makeMatch }: EventSearch<A, M>,
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
      select: async ({ isBackward, ...query }) => {
        const scan = isBackward ? 'DESCENDING' : 'ASCENDING';
        const events = await selectEvents(db, { ...query, predicate, scan }).catch(refuseSlow);
        return events.filter(isOfAction).map(makeMatch);
      },
      count: async (asOf, cap) => countEvents(db, { predicate, asOf, cap }).catch(refuseSlow),
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: false });
};
