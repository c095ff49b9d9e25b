import { listSessions } from '../../../domain/listSessions.ts';

import { readAccountKey } from '../../../model/account.ts';
import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  ConcurrentSessionsConnectionResolvers,
  ConcurrentSessionsEdgeResolvers,
  ConcurrentSessionsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const ConcurrentSessionsConnection: ConcurrentSessionsConnectionResolvers = makeHuntConnection(
  ANALYTICS.concurrentSessions,
);
export const ConcurrentSessionsEdge: ConcurrentSessionsEdgeResolvers = makeEdge();

export const ConcurrentSessions: ConcurrentSessionsResolvers = {
  account: ({ by, key }) => (by === 'USER' ? readAccountKey(key) : null),
  host: ({ by, key }) => (by === 'HOST' ? { hostname: key } : null),
  sessions: ({ evidence }, page, context) =>
    listSessions(context, { ...page, order: { field: 'STARTED', direction: 'ASCENDING' } }, evidence.where),
};
