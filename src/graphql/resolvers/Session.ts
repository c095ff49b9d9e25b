import { listEventsOfSession } from '../../domain/listEventsOfSession.ts';

import { makeSessionId } from '../../model/globalId.ts';
import { durationOf, formatDuration } from '../../model/session/sessionDuration.ts';
import { parseTime } from '../../model/values/time.ts';

import type { SessionResolvers } from '../generated.ts';

const asTime = (value: unknown, name: string): string | null =>
  value === null || value === undefined ? null : parseTime(value, name);

export const Session: SessionResolvers = {
  id: makeSessionId,
  state: (session, { at }, { states, now }) => states.load({ session, at: asTime(at, 'at') ?? now }),
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
  startEvent: ({ hostname, startedAt, startUuid }, _, { events }) =>
    events.load({ hostname, time: startedAt, uuid: startUuid }),
  endEvent: ({ hostname, endedAt, endUuid }, _, { events }) =>
    endedAt === null || endUuid === null ? null : events.load({ hostname, time: endedAt, uuid: endUuid }),
  events: (session, request, { reader, rules, now }) =>
    listEventsOfSession({ reader, hostnames: rules.hostnames, now }, session, request),
};
