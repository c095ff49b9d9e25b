import { listConcurrentSessions } from '../../domain/listConcurrentSessions.ts';
import { listContextEventsOfSession } from '../../domain/listContextEvents.ts';
import { listEventsOfSession } from '../../domain/listEvents.ts';
import { findEndedAfter, findState, listFirstPeriods, sumSessionStates } from '../../domain/sessionStates.ts';

import { selectEvent } from '../../db/selectEvents.ts';

import { resolveAccount } from '../../model/domainAliases.ts';
import { makeSessionId } from '../../model/globalId.ts';
import { parseLimit } from '../../model/page.ts';
import { durationOf, formatDuration } from '../../model/session/sessionDuration.ts';

import type { LiveState } from '../../model/session/stateHistory.ts';

import type { SessionResolvers } from '../generated.ts';

import { asArgument, asTime } from './arguments.ts';

const secondsIn =
  (state: LiveState): NonNullable<SessionResolvers['lockedSeconds']> =>
  async (session, { asOf }, { db }) => {
    const sums = await sumSessionStates(db, session, asTime(asOf, 'asOf'));
    return sums === null ? null : sums[state] / 1_000_000;
  };

export const Session: SessionResolvers = {
  id: makeSessionId,
  endedAfter: async (session, { asOf }, { db }) => findEndedAfter(db, session, asTime(asOf, 'asOf')),
  state: async (session, { at }, { db, now }) => findState(db, session, asTime(at, 'at') ?? now),
  periods: async (session, { first }, { db }) =>
    listFirstPeriods(
      db,
      session,
      asArgument('first', () => parseLimit(first)),
    ),
  durationSeconds: (session, { asOf }) => {
    const us = durationOf(session, asTime(asOf, 'asOf'));
    return us === null ? null : us / 1_000_000;
  },
  duration: (session, { asOf }) => {
    const us = durationOf(session, asTime(asOf, 'asOf'));
    return us === null ? null : formatDuration(us);
  },
  lockedSeconds: secondsIn('LOCKED'),
  unlockedSeconds: secondsIn('ACTIVE'),
  disconnectedSeconds: secondsIn('DISCONNECTED'),
  unknownSeconds: secondsIn('UNKNOWN'),
  startEvent: ({ hostname, startedAt, startUuid }, _, { db }) =>
    selectEvent(db, { hostname, time: startedAt, uuid: startUuid }),
  endEvent: ({ hostname, endedAt, endUuid }, _, { db }) =>
    endedAt === null || endUuid === null ? null : selectEvent(db, { hostname, time: endedAt, uuid: endUuid }),
  events: (session, request, context) => listEventsOfSession(context, session, request),
  contextEvents: (session, request, context) => listContextEventsOfSession(context, session, request),
  host: ({ hostname }) => ({ hostname }),
  account: (session, _, { db }) => resolveAccount(db.aliases, session),
  concurrentSessions: (session, request, context) => listConcurrentSessions(context, session, request),
};
