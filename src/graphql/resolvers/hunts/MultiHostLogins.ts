import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  MultiHostLoginsConnectionResolvers,
  MultiHostLoginsEdgeResolvers,
  MultiHostLoginsHostResolvers,
  MultiHostLoginsResolvers,
} from '../../generated.ts';

import { makeConnection, makeEdge } from '../makeConnection.ts';

export const MultiHostLoginsConnection: MultiHostLoginsConnectionResolvers = {
  ...makeConnection(),
  analytic: () => ANALYTICS.multiHostLogins,
};
export const MultiHostLoginsEdge: MultiHostLoginsEdgeResolvers = makeEdge();

export const MultiHostLogins: MultiHostLoginsResolvers = {
  hosts: ({ evidence }, _, { lists }) => lists.hostsOf(evidence),
};

export const MultiHostLoginsHost: MultiHostLoginsHostResolvers = {
  host: ({ hostname }) => ({ hostname }),
};
