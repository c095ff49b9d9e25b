import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  LocalAccountLoginsConnectionResolvers,
  LocalAccountLoginsEdgeResolvers,
  LocalAccountLoginsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const LocalAccountLoginsConnection: LocalAccountLoginsConnectionResolvers = makeHuntConnection(
  ANALYTICS.localAccountLogins,
);
export const LocalAccountLoginsEdge: LocalAccountLoginsEdgeResolvers = makeEdge();

export const LocalAccountLogins: LocalAccountLoginsResolvers = { login: ({ event }) => event };
