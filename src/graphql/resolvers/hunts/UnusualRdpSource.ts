import { findUnusualReasons } from '../../../domain/hunts/findUnusualReasons.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  UnusualRdpSourceConnectionResolvers,
  UnusualRdpSourceEdgeResolvers,
  UnusualRdpSourceResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const UnusualRdpSourceConnection: UnusualRdpSourceConnectionResolvers = makeHuntConnection(
  ANALYTICS.unusualRdpSource,
);
export const UnusualRdpSourceEdge: UnusualRdpSourceEdgeResolvers = makeEdge();

export const UnusualRdpSource: UnusualRdpSourceResolvers = {
  login: ({ event }) => event,
  reasons: (match, _, context) => findUnusualReasons(context, match),
};
