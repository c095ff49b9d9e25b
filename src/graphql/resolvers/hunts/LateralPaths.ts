import { makeTotalCount } from '../../../domain/listPage.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  LateralGraphNodeResolvers,
  LateralGraphResolvers,
  LateralHopResolvers,
  LateralPathsConnectionResolvers,
  LateralPathsEdgeResolvers,
  LateralPathsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

const MAX_SHOWN = 1000;

export const LateralPathsConnection: LateralPathsConnectionResolvers = {
  ...makeHuntConnection(ANALYTICS.lateralPaths),
  graph: ({ makeGraph }) => makeGraph(),
};
export const LateralPathsEdge: LateralPathsEdgeResolvers = makeEdge();

export const LateralPaths: LateralPathsResolvers = {
  depth: ({ hops }) => hops.length,
  firstAt: ({ first }) => first.time,
  lastAt: ({ first, hops }) => hops.at(-1)?.time ?? first.time,
};

export const LateralHop: LateralHopResolvers = {
  sourceHost: ({ source }) => (source === null ? null : { hostname: source }),
  host: ({ hostname }) => ({ hostname }),
  event: ({ hostname, time, uuid }, _, { lists }) => lists.event({ hostname, time, uuid }),
};

export const LateralGraph: LateralGraphResolvers = {
  nodes: ({ nodes }) => nodes.slice(0, MAX_SHOWN),
  nodeTotalCount: ({ nodes }, { mode }) => makeTotalCount(nodes.length, mode),
  edges: ({ edges }) => edges.slice(0, MAX_SHOWN),
  edgeTotalCount: ({ edges }, { mode }) => makeTotalCount(edges.length, mode),
};

export const LateralGraphNode: LateralGraphNodeResolvers = {
  host: ({ hostname }) => (hostname === null ? null : { hostname }),
};
