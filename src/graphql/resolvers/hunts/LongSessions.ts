import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  LongSessionsConnectionResolvers,
  LongSessionsEdgeResolvers,
  LongSessionsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';
import { measured } from './measured.ts';

export const LongSessionsConnection: LongSessionsConnectionResolvers = makeHuntConnection(
  ANALYTICS.longSessions,
);
export const LongSessionsEdge: LongSessionsEdgeResolvers = makeEdge();

export const LongSessions: LongSessionsResolvers = measured;
