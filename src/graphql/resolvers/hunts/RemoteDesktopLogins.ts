import { findSeenBefore } from '../../../domain/hunts/findSeenBefore.ts';

import { ANALYTICS } from '../../../model/hunts/analytics.ts';

import type {
  RemoteDesktopLoginsConnectionResolvers,
  RemoteDesktopLoginsEdgeResolvers,
  RemoteDesktopLoginsResolvers,
} from '../../generated.ts';

import { makeEdge } from '../makeConnection.ts';

import { makeHuntConnection } from './makeHuntConnection.ts';

export const RemoteDesktopLoginsConnection: RemoteDesktopLoginsConnectionResolvers = makeHuntConnection(
  ANALYTICS.remoteDesktopLogins,
);
export const RemoteDesktopLoginsEdge: RemoteDesktopLoginsEdgeResolvers = makeEdge();

export const RemoteDesktopLogins: RemoteDesktopLoginsResolvers = {
  login: ({ event }) => event,
  seenBefore: (match, _, context) => findSeenBefore(context, match),
};
