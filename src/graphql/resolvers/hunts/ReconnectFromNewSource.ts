import { findSourcesBefore } from '../../../domain/hunts/findSourcesBefore.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  ReconnectFromNewSourceConnectionResolvers,
  ReconnectFromNewSourceEdgeResolvers,
  ReconnectFromNewSourceResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const ReconnectFromNewSourceConnection: ReconnectFromNewSourceConnectionResolvers = makeHuntConnection(
  ANALYTICS.reconnectFromNewSource,
);
export const ReconnectFromNewSourceEdge: ReconnectFromNewSourceEdgeResolvers = makeEdge();

export const ReconnectFromNewSource: ReconnectFromNewSourceResolvers = {
  reconnect: ({ event }) => event,
  sourcesBefore: ({ event }, _, context) => findSourcesBefore(context, event),
};
