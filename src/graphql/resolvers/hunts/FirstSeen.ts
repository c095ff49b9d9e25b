import { coverageOfBaseline } from '../../../domain/hunts/coverageOfBaseline.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  FirstSeenConnectionResolvers,
  FirstSeenEdgeResolvers,
  FirstSeenResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const FirstSeenConnection: FirstSeenConnectionResolvers = makeHuntConnection(ANALYTICS.firstSeen);
export const FirstSeenEdge: FirstSeenEdgeResolvers = makeEdge();

export const FirstSeen: FirstSeenResolvers = {
  host: ({ hostname }) => (hostname === null ? null : { hostname }),
  baseline: async ({ baseline }, _, { hosts }) =>
    coverageOfBaseline(baseline.from, await hosts.load(baseline.hostname)),
};
