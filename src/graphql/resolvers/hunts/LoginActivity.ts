import { makeTotalCount } from '../../../domain/listPage.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  LoginActivityConnectionResolvers,
  LoginActivityEdgeResolvers,
  LoginActivityResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

const MAX_SHOWN = 1000;

export const LoginActivityConnection: LoginActivityConnectionResolvers = {
  ...makeHuntConnection(ANALYTICS.loginActivity),
  excludedUsers: ({ excluded }) => excluded.slice(0, MAX_SHOWN),
  excludedUserTotalCount: ({ excluded }, { mode }) => makeTotalCount(excluded.length, mode),
};
export const LoginActivityEdge: LoginActivityEdgeResolvers = makeEdge();

export const LoginActivity: LoginActivityResolvers = { login: ({ event }) => event };
