import { listAuditEntries } from '../../domain/audit/listAuditEntries.ts';
import { getEventStats } from '../../domain/getEventStats.ts';
import { getLogonGraph } from '../../domain/getLogonGraph.ts';
import { getSessionStats } from '../../domain/getSessionStats.ts';
import { listAccounts, countAllAccounts } from '../../domain/listAccounts.ts';
import { listContextEvents } from '../../domain/listContextEvents.ts';
import { listEvents, countAllEvents } from '../../domain/listEvents.ts';
import { listHosts, countAllHosts } from '../../domain/listHosts.ts';
import { listSharedSids } from '../../domain/listSharedSids.ts';
import { listSessions, countAllSessions } from '../../domain/listSessions.ts';
import { findFirstEvent, findLastEvent } from '../../domain/findEdges.ts';
import { findMatches } from '../../domain/search/findMatches.ts';

import { selectAccount } from '../../db/selectAccounts.ts';
import { selectContextEvent } from '../../db/selectContextEvents.ts';
import { selectEvent } from '../../db/selectEvents.ts';
import { selectHost } from '../../db/selectHosts.ts';
import { selectSession } from '../../db/selectSessions.ts';

import { parseNodeId, SINGLETON_IDS } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';
import { parseUser } from '../../model/values/user.ts';
import { MATCH_ALL } from '../../model/filter/predicate.ts';
import { VERSION } from '../../model/version.ts';

import { selectedMeasures } from '../selectedFields.ts';
import type { GraphqlContext } from '../context.ts';
import type { QueryResolvers, OverviewResolvers } from '../generated.ts';

import { asArgument } from './arguments.ts';

const MAX_NODES = 100;

export const Query: QueryResolvers = {
  sessionEvents: (_, request, context) => listEvents(context, request),
  sessions: (_, request, context) => listSessions(context, request),
  hosts: (_, request, context) => listHosts(context, request),
  host: (_, { hostname }, { db, hostnames }) =>
    selectHost(
      db,
      asArgument('hostname', () => parseHostname(hostname, hostnames)),
    ),
  accounts: (_, request, context) => listAccounts(context, request),
  account: (_, { user }, { db }) => {
    const { userDomain, userName } = asArgument('user', () => parseUser(user));
    return selectAccount(db, { userDomain, userName });
  },
  contextEvents: (_, request, context) => listContextEvents(context, request),
  auditLog: (_, request, context) => listAuditEntries(context, request),
  overview: () => ({}),
  search: (_, request, context) => findMatches(context, request),
  eventStats: async (_, request, ...[context, info]) =>
    getEventStats(context, request, selectedMeasures(info)),
  sessionStats: async (_, request, ...[context, info]) =>
    getSessionStats(context, request, selectedMeasures(info)),
  logonGraph: (_, request, context) => getLogonGraph(context, request),
  car: () => ({}),
  hunts: () => ({}),
  node: (_, { id }, context) => findNode(id, context),
  nodes: async (_, { ids }, context) => {
    if (ids.length > MAX_NODES) {
      throw new Refusal('BAD_ID', `ids has ${ids.length} ids; the most is ${MAX_NODES}.`, 'ids');
    }
    return Promise.all(ids.map((id) => findNode(id, context)));
  },
};

const findNode = async (id: string, { db }: GraphqlContext) => {
  const node = parseNodeId(id);
  switch (node.kind) {
    case 'EVENT':
      return selectEvent(db, node.key);
    case 'CONTEXT_EVENT':
      return selectContextEvent(db, node.key);
    case 'SESSION':
      return selectSession(db, {
        hostname: node.key.hostname,
        startedAt: node.key.time,
        startUuid: node.key.uuid,
      });
    case 'HOST':
      return selectHost(db, node.hostname);
    case 'ACCOUNT':
      return selectAccount(db, node.account);
  }
};

/** Each field is read only when selected. */
export const Overview: OverviewResolvers = {
  id: () => SINGLETON_IDS.OVERVIEW,
  version: () => VERSION,
  firstAt: async (_, __, context) => (await findFirstEvent(context, MATCH_ALL))?.time ?? null,
  lastAt: async (_, __, context) => (await findLastEvent(context, MATCH_ALL))?.time ?? null,
  events: (_, { mode }, context) => countAllEvents(context, mode),
  sessions: (_, { mode }, context) => countAllSessions(context, mode),
  hosts: (_, { mode }, context) => countAllHosts(context, mode),
  accounts: (_, { mode }, context) => countAllAccounts(context, mode),
  sharedSids: (_, __, context) => listSharedSids(context),
};
