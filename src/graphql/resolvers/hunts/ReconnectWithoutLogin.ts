import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  ReconnectWithoutLoginConnectionResolvers,
  ReconnectWithoutLoginEdgeResolvers,
  ReconnectWithoutLoginResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const ReconnectWithoutLoginConnection: ReconnectWithoutLoginConnectionResolvers = makeHuntConnection(
  ANALYTICS.reconnectWithoutLogin,
);
export const ReconnectWithoutLoginEdge: ReconnectWithoutLoginEdgeResolvers = makeEdge();

export const ReconnectWithoutLogin: ReconnectWithoutLoginResolvers = {
  reconnect: ({ event }) => event,
};
