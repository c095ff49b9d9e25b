import { listContextEventsOfSession } from '../../domain/listContextEvents.ts';
import { listEventsOfSession } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { selectEvent } from '../../db/selectEvents.ts';
import { selectSessionState } from '../../db/selectSessionState.ts';

import { accountOf } from '../../model/account.ts';
import { overlappingSessions, ofAccount, onHost, withoutNoise } from '../../model/filter/pivot.ts';
import { makeSessionId } from '../../model/globalId.ts';
import { durationOf, formatDuration } from '../../model/session/sessionDuration.ts';

import type { SessionResolvers } from '../generated.ts';

import { asTime } from './arguments.ts';

export const Session: SessionResolvers = {
  id: makeSessionId,
  state: (session, { at }, { db, now }) => selectSessionState(db, { session, at: asTime(at, 'at') ?? now }),
  durationSeconds: (session, { asOf }) => {
    const us = durationOf(session, asTime(asOf, 'asOf'));
    return us === null ? null : us / 1_000_000;
  },
  duration: (session, { asOf }) => {
    const us = durationOf(session, asTime(asOf, 'asOf'));
    return us === null ? null : formatDuration(us);
  },
  lockedSeconds: ({ lockedUs }) => lockedUs / 1_000_000,
  unlockedSeconds: ({ unlockedUs }) => unlockedUs / 1_000_000,
  startEvent: ({ hostname, startedAt, startUuid }, _, { db }) =>
    selectEvent(db, { hostname, time: startedAt, uuid: startUuid }),
  endEvent: ({ hostname, endedAt, endUuid }, _, { db }) =>
    endedAt === null || endUuid === null ? null : selectEvent(db, { hostname, time: endedAt, uuid: endUuid }),
  events: (session, request, context) => listEventsOfSession(context, session, request),
  contextEvents: (session, request, context) => listContextEventsOfSession(context, session, request),
  host: ({ hostname }) => ({ hostname }),
  account: accountOf,
  concurrentSessions: (session, { sharing, excludeNoise, ...request }, context) => {
    const account = accountOf(session);
    const shared = sharing === 'HOST' ? onHost(session.hostname) : account && ofAccount(account);
    // An unknown account matches nothing: an empty `or` is false.
    const of = shared === null ? [{ kind: 'or', of: [] } as const] : [shared, overlappingSessions(session)];
    return listSessions(context, request, [...of, ...withoutNoise(excludeNoise)]);
  },
};
