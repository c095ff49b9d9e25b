import type {
  AccountConnectionResolvers,
  AccountEdgeResolvers,
  AuditEntryConnectionResolvers,
  AuditEntryEdgeResolvers,
  ContextEventConnectionResolvers,
  ContextEventEdgeResolvers,
  HostConnectionResolvers,
  HostEdgeResolvers,
  SessionConnectionResolvers,
  SessionEdgeResolvers,
  SessionEventConnectionResolvers,
  SessionEventEdgeResolvers,
  PageInfoResolvers,
} from '../generated.ts';

import { makeCountedConnection, makeEdge } from './makeConnection.ts';

export const SessionEventConnection: SessionEventConnectionResolvers = makeCountedConnection();
export const SessionEventEdge: SessionEventEdgeResolvers = makeEdge();
export const SessionConnection: SessionConnectionResolvers = makeCountedConnection();
export const SessionEdge: SessionEdgeResolvers = makeEdge();
export const HostConnection: HostConnectionResolvers = makeCountedConnection();
export const HostEdge: HostEdgeResolvers = makeEdge();
export const ContextEventConnection: ContextEventConnectionResolvers = makeCountedConnection();
export const ContextEventEdge: ContextEventEdgeResolvers = makeEdge();
export const AuditEntryConnection: AuditEntryConnectionResolvers = makeCountedConnection();
export const AuditEntryEdge: AuditEntryEdgeResolvers = makeEdge();
export const AccountConnection: AccountConnectionResolvers = makeCountedConnection();
export const AccountEdge: AccountEdgeResolvers = makeEdge();

/** Cursors are made only when selected. */
export const PageInfo: PageInfoResolvers = {
  startCursor: (ends) => ends.startCursor(),
  endCursor: (ends) => ends.endCursor(),
};
