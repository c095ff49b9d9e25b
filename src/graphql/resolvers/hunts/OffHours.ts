import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  OffHoursConnectionResolvers,
  OffHoursEdgeResolvers,
  OffHoursResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const OffHoursConnection: OffHoursConnectionResolvers = makeHuntConnection(ANALYTICS.offHours);
export const OffHoursEdge: OffHoursEdgeResolvers = makeEdge();

export const OffHours: OffHoursResolvers = { login: ({ event }) => event };
