import { listAuditEntries } from '../../domain/audit/listAuditEntries.ts';
import { getEventStats } from '../../domain/getEventStats.ts';
import { getSessionStats } from '../../domain/getSessionStats.ts';
import { listAccounts } from '../../domain/listAccounts.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listHosts } from '../../domain/listHosts.ts';
import { listHostStarts } from '../../domain/listHostStarts.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { parseNodeId } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';
import { parseUser } from '../../model/values/user.ts';

import type { GraphqlContext } from '../context.ts';
import type { QueryResolvers } from '../generated.ts';
import { selectedMeasures } from '../selectedMeasures.ts';

import { asArgument } from './arguments.ts';

const MAX_NODES = 100;

export const Query: QueryResolvers = {
  sessionEvents: (_, request, context) => listEvents(context, request),
  sessions: (_, request, context) => listSessions(context, request),
  hosts: (_, request, context) => listHosts(context, request),
  host: (_, { hostname }, { hosts, hostnames }) =>
    hosts.load(asArgument('hostname', () => parseHostname(hostname, hostnames))),
  accounts: (_, request, context) => listAccounts(context, request),
  account: (_, { user }, { accounts }) => {
    const { userDomain, userName } = asArgument('user', () => parseUser(user));
    return accounts.load({ userDomain, userName });
  },
  hostStarts: (_, request, context) => listHostStarts(context, request),
  auditLog: (_, request, context) => listAuditEntries(context, request),
  overview: () => ({}),
  eventStats: async (_, request, ...[context, info]) =>
    getEventStats(context, request, selectedMeasures(info)),
  sessionStats: async (_, request, ...[context, info]) =>
    getSessionStats(context, request, selectedMeasures(info)),
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

const findNode = async (id: string, { events, sessions, hosts, accounts }: GraphqlContext) => {
  const node = parseNodeId(id);
  switch (node.kind) {
    case 'EVENT':
      return events.load(node.key);
    case 'SESSION':
      return sessions.load({
        hostname: node.key.hostname,
        startedAt: node.key.time,
        startUuid: node.key.uuid,
      });
    case 'HOST':
      return hosts.load(node.hostname);
    case 'ACCOUNT':
      return accounts.load(node.account);
  }
};
