import { findStillLoggedOn } from '../../../domain/hunts/findStillLoggedOn.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  LoginsSinceConnectionResolvers,
  LoginsSinceEdgeResolvers,
  LoginsSinceResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const LoginsSinceConnection: LoginsSinceConnectionResolvers = makeHuntConnection(
  ANALYTICS.loginsSince,
);
export const LoginsSinceEdge: LoginsSinceEdgeResolvers = makeEdge();

export const LoginsSince: LoginsSinceResolvers = {
  stillLoggedOn: (match, _, context) => findStillLoggedOn(context, match),
};
