import { makeTotalCount } from '../../../domain/listPage.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  OrphanRateResolvers,
  OrphansConnectionResolvers,
  OrphansEdgeResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const OrphansConnection: OrphansConnectionResolvers = {
  ...makeHuntConnection(ANALYTICS.orphans),
  rates: async ({ findRates }) => (await findRates()).rates,
  rateTotalCount: async ({ findRates }, { mode }) => makeTotalCount((await findRates()).total, mode),
};
export const OrphansEdge: OrphansEdgeResolvers = makeEdge();

export const OrphanRate: OrphanRateResolvers = {
  host: ({ hostname }) => ({ hostname }),
  rate: ({ orphans, events }) => orphans / events,
};
