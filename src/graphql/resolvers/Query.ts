import { listEvents } from '../../domain/listEvents.ts';

import { parseEventId } from '../../model/globalId.ts';
import { Refusal } from '../../model/refusal.ts';

import type { QueryResolvers } from '../generated.ts';

const MAX_NODES = 100;

export const Query: QueryResolvers = {
  sessionEvents: (_, request, { reader, rules, now }) =>
    listEvents({ reader, hostnames: rules.hostnames, now }, request),
  overview: () => ({}),
  node: (_, { id }, { events }) => events.load(parseEventId(id)),
  nodes: async (_, { ids }, { events }) => {
    if (ids.length > MAX_NODES) {
      throw new Refusal('BAD_ID', `ids has ${ids.length} ids; the most is ${MAX_NODES}.`, 'ids');
    }
    return Promise.all(ids.map(parseEventId).map((key) => events.load(key)));
  },
};
