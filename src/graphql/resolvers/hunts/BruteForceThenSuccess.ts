import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  BruteForceThenSuccessConnectionResolvers,
  BruteForceThenSuccessEdgeResolvers,
  BruteForceThenSuccessResolvers,
} from '../../generated.ts';

import { asLogin } from '../arguments.ts';
import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const BruteForceThenSuccessConnection: BruteForceThenSuccessConnectionResolvers = makeHuntConnection(
  ANALYTICS.bruteForceThenSuccess,
);
export const BruteForceThenSuccessEdge: BruteForceThenSuccessEdgeResolvers = makeEdge();

export const BruteForceThenSuccess: BruteForceThenSuccessResolvers = {
  host: ({ hostname }) => (hostname === null ? null : { hostname }),
  success: async ({ success }, _, { lists }) => asLogin(await lists.event(success)),
};
