import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  SimultaneousLoginsConnectionResolvers,
  SimultaneousLoginsEdgeResolvers,
  SimultaneousLoginsResolvers,
} from '../../generated.ts';

import { makeConnection, makeEdge } from '../makeConnection.ts';

export const SimultaneousLoginsConnection: SimultaneousLoginsConnectionResolvers = {
  ...makeConnection(),
  analytic: () => ANALYTICS.simultaneousLogins,
};
export const SimultaneousLoginsEdge: SimultaneousLoginsEdgeResolvers = makeEdge();

export const SimultaneousLogins: SimultaneousLoginsResolvers = {
  host: ({ hostname }) => ({ hostname }),
  users: ({ evidence }, _, { lists }) => lists.accountsOf(evidence),
};
