import { findLastLogin } from '../../domain/findEdges.ts';
import { findLoggedOn, findLoggedOnState, loginTypesOf } from '../../domain/findLoggedOn.ts';
import { listContextEvents } from '../../domain/listContextEvents.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { selectCoverage, selectFactsAround } from '../../db/selectCoverage.ts';
import { selectHost } from '../../db/selectHosts.ts';

import type { LoginType } from '../../model/action.ts';
import { onHost, withoutNoise } from '../../model/filter/pivot.ts';
import { makeHostId } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';

import type {
  HostCoverageResolvers,
  HostResolvers,
  LoggedOnAccountResolvers,
  LoggedOnResolvers,
} from '../generated.ts';

import { asLogin, asTime } from './arguments.ts';

export const Host: HostResolvers = {
  id: ({ hostname }) => makeHostId(hostname),
  firstSeenAt: async ({ hostname }, _, { db }) => (await selectHost(db, hostname))?.firstSeenAt ?? null,
  lastSeenAt: async ({ hostname }, _, { db }) => (await selectHost(db, hostname))?.lastSeenAt ?? null,
  lastLogin: async ({ hostname }, { excludeNoise }, context) =>
    asLogin(await findLastLogin(context, [onHost(hostname), ...withoutNoise(excludeNoise)])),
  loggedOn: ({ hostname }, { at, loginTypes, excludeNoise }, context) => ({
    hostname,
    at: asTime(at, 'at') ?? context.now,
    loginTypes: parseLoginTypes(loginTypes),
    excludeNoise,
  }),
  events: ({ hostname }, request, context) => listEvents(context, request, [onHost(hostname)]),
  sessions: ({ hostname }, request, context) => listSessions(context, request, { where: [onHost(hostname)] }),
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
  coverage: async ({ hostname, at }, _, { db }) => selectCoverage(db, { hostname, at }),
  accounts: async (request, _, { db }) => (await findLoggedOn(db, request)).accounts,
  truncated: async (request, _, { db }) => (await findLoggedOn(db, request)).truncated,
};

export const HostCoverage: HostCoverageResolvers = {
  eventBefore: async (coverage, _, { db }) => (await selectFactsAround(db, coverage)).eventBefore,
  eventAfter: async (coverage, _, { db }) => (await selectFactsAround(db, coverage)).eventAfter,
};

export const LoggedOnAccount: LoggedOnAccountResolvers = {
  state: async (entry, _, { db }) => findLoggedOnState(db, entry),
  loginTypes: loginTypesOf,
  sessions: ({ sessions }) => sessions.map(({ session }) => session),
};
