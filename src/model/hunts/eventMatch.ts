import type { Action } from '../action.ts';
import type { SessionEvent } from '../sessionEvent.ts';

import type { Match } from './collectMatches.ts';
import { eventsAt } from './evidence.ts';

/** Stored events of an action. */
export type EventOf<A extends Action> = Extract<SessionEvent, { readonly action: A }>;

/** A match that is one event. */
export type EventMatch<A extends Action> = Match & { readonly event: EventOf<A> };

/** Makes the match of an event, which proves itself. */
export const makeEventMatch = <A extends Action>(event: EventOf<A>): EventMatch<A> => {
  const { time, uuid, hostname }: SessionEvent = event;
  const first = { time, uuid };
  return { first, event, evidence: eventsAt(hostname, [first]) };
};
