import { findLastLogin } from '../../domain/findEdges.ts';
import { coverageOf, findLoggedOn } from '../../domain/findLoggedOn.ts';
import { listContextEvents } from '../../domain/listContextEvents.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';
import { findState } from '../../domain/sessionStates.ts';

import { selectHost } from '../../db/selectHosts.ts';

import type { LoginType } from '../../model/action.ts';
import { onHost, withoutNoise } from '../../model/filter/pivot.ts';
import { makeHostId } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';

import type { HostResolvers, LoggedOnAccountResolvers, LoggedOnResolvers } from '../generated.ts';

import { asLogin, asTime } from './arguments.ts';

export const Host: HostResolvers = {
  id: ({ hostname }) => makeHostId(hostname),
  firstSeenAt: async ({ hostname }, _, { db }) => (await selectHost(db, hostname))?.firstSeenAt ?? null,
  lastSeenAt: async ({ hostname }, _, { db }) => (await selectHost(db, hostname))?.lastSeenAt ?? null,
  lastLogin: async ({ hostname }, { excludeNoise }, context) =>
    asLogin(await findLastLogin(context, [onHost(hostname), ...withoutNoise(excludeNoise)])),
  loggedOn: ({ hostname }, { at, loginTypes, excludeNoise }, context) =>
    findLoggedOn(context, {
      hostname,
      at: asTime(at, 'at') ?? context.now,
      loginTypes: parseLoginTypes(loginTypes),
      excludeNoise,
    }),
  events: ({ hostname }, request, context) => listEvents(context, request, [onHost(hostname)]),
  sessions: ({ hostname }, request, context) => listSessions(context, request, [onHost(hostname)]),
  contextEvents: ({ hostname }, request, context) => listContextEvents(context, request, [onHost(hostname)]),
};

const parseLoginTypes = (
  loginTypes: readonly LoginType[] | null | undefined,
): readonly LoginType[] | null => {
  if (loginTypes?.length === 0) {
    const message = 'loginTypes is an empty list; give a type or leave it out.';
    throw new Refusal('BAD_FILTER', message, 'loginTypes');
  }
  return loginTypes ? [...new Set(loginTypes)].toSorted() : null;
};

export const LoggedOn: LoggedOnResolvers = {
  coverage: async ({ hostname, at }, _, { db }) => coverageOf(at, await selectHost(db, hostname)),
};

export const LoggedOnAccount: LoggedOnAccountResolvers = {
  state: async ({ sessions, at }, _, { db }) => {
    const states = await Promise.all(sessions.map(async (session) => findState(db, session, at)));
    return states.includes('ACTIVE') ? 'ACTIVE' : 'LOCKED';
  },
  since: ({ sessions, at }) => sessions[0]?.startedAt ?? at,
};
