import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  SimultaneousLoginsConnectionResolvers,
  SimultaneousLoginsEdgeResolvers,
  SimultaneousLoginsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const SimultaneousLoginsConnection: SimultaneousLoginsConnectionResolvers = makeHuntConnection(
  ANALYTICS.simultaneousLogins,
);
export const SimultaneousLoginsEdge: SimultaneousLoginsEdgeResolvers = makeEdge();

export const SimultaneousLogins: SimultaneousLoginsResolvers = {
  host: ({ hostname }) => ({ hostname }),
  users: ({ evidence }, _, { lists }) => lists.accountsOf(evidence),
};
