import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { parseNodeId } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';

import type { GraphqlContext } from '../context.ts';
import type { QueryResolvers } from '../generated.ts';

const MAX_NODES = 100;

export const Query: QueryResolvers = {
  sessionEvents: (_, request, { reader, rules, now }) =>
    listEvents({ reader, hostnames: rules.hostnames, now }, request),
  sessions: (_, request, { reader, rules, now }) =>
    listSessions({ reader, hostnames: rules.hostnames, now }, request),
  overview: () => ({}),
  node: (_, { id }, context) => findNode(id, context),
  nodes: async (_, { ids }, context) => {
    if (ids.length > MAX_NODES) {
      throw new Refusal('BAD_ID', `ids has ${ids.length} ids; the most is ${MAX_NODES}.`, 'ids');
    }
    return Promise.all(ids.map((id) => findNode(id, context)));
  },
};

const findNode = async (id: string, { events, sessions }: GraphqlContext) => {
  const { kind, key } = parseNodeId(id);
  if (kind === 'EVENT') return events.load(key);
  return sessions.load({ hostname: key.hostname, startedAt: key.time, startUuid: key.uuid });
};
