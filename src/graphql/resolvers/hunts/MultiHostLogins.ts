import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  MultiHostLoginsConnectionResolvers,
  MultiHostLoginsEdgeResolvers,
  MultiHostLoginsHostResolvers,
  MultiHostLoginsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const MultiHostLoginsConnection: MultiHostLoginsConnectionResolvers = makeHuntConnection(
  ANALYTICS.multiHostLogins,
);
export const MultiHostLoginsEdge: MultiHostLoginsEdgeResolvers = makeEdge();

export const MultiHostLogins: MultiHostLoginsResolvers = {
  hosts: ({ evidence }, _, { lists }) => lists.hostsOf(evidence),
};

export const MultiHostLoginsHost: MultiHostLoginsHostResolvers = {
  host: ({ hostname }) => ({ hostname }),
};
