import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  NeverLockedConnectionResolvers,
  NeverLockedEdgeResolvers,
  NeverLockedResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';
import { measured } from './measured.ts';

export const NeverLockedConnection: NeverLockedConnectionResolvers = makeHuntConnection(
  ANALYTICS.neverLocked,
);
export const NeverLockedEdge: NeverLockedEdgeResolvers = makeEdge();

export const NeverLocked: NeverLockedResolvers = {
  ...measured,
  hostLocks: ({ session: { hostname }, range }, _, { lists }) => lists.hostLocks({ hostname, ...range }),
};
