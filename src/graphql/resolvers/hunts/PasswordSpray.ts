import { listEvidence } from '../../../domain/hunts/listEvidence.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  PasswordSprayConnectionResolvers,
  PasswordSprayEdgeResolvers,
  PasswordSprayResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const PasswordSprayConnection: PasswordSprayConnectionResolvers = makeHuntConnection(
  ANALYTICS.passwordSpray,
);
export const PasswordSprayEdge: PasswordSprayEdgeResolvers = makeEdge();

export const PasswordSpray: PasswordSprayResolvers = {
  host: ({ hostname }) => (hostname === null ? null : { hostname }),
  users: ({ evidence }, _, { lists }) => lists.accountsOf(evidence),
  compromisedUsers: ({ successes }, _, { lists }) => lists.accountsOf(successes),
  successes: ({ successes }, page, context) => listEvidence(context, successes, page),
};
