import type { StoredSession } from '../session/session.ts';
import type { Position } from '../sessionEvent.ts';

import type { Match } from './collectMatches.ts';
import { eventsAt } from './evidence.ts';

/** A match that is one session. */
export type SessionMatch = Match & { readonly session: StoredSession };

/** Makes the match of a session, which the events prove that it begins with and that end it. */
export const makeSessionMatch = (session: StoredSession): SessionMatch => {
  const { hostname, startedAt, startUuid, endedAt, endUuid } = session;
  const first: Position = { time: startedAt, uuid: startUuid };
  const last = endedAt === null || endUuid === null ? [] : [{ time: endedAt, uuid: endUuid }];
  return { first, session, evidence: eventsAt(hostname, [first, ...last]) };
};
