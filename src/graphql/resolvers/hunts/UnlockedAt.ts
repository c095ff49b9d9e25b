import { ANALYTICS } from '../../../model/hunts/analytics.ts';
import { formatDuration } from '../../../model/session/sessionDuration.ts';
import { toMicroseconds } from '../../../model/session/sessionRank.ts';
import { shiftTime } from '../../../model/values/time.ts';

import type { UnlockedAt as Unlocked } from '../../../model/hunts/unlockedAt.ts';
import type {
  UnlockedAtConnectionResolvers,
  UnlockedAtEdgeResolvers,
  UnlockedAtResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const UnlockedAtConnection: UnlockedAtConnectionResolvers = makeHuntConnection(ANALYTICS.unlockedAt);
export const UnlockedAtEdge: UnlockedAtEdgeResolvers = makeEdge();

export const UnlockedAt: UnlockedAtResolvers = {
  unlockedFor: (match) => formatDuration(unlockedUs(match)),
  unlockedSeconds: (match) => unlockedUs(match) / 1_000_000,
  // The moment itself is in the range.
  hostLocks: ({ session: { hostname, startedAt }, at }, _, { lists }) =>
    lists.hostLocks({ hostname, from: startedAt, until: shiftTime(at, 1) }),
};

const unlockedUs = ({ unlockedSince, at }: Unlocked): number =>
  toMicroseconds(at) - toMicroseconds(unlockedSince);
