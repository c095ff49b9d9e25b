import { selectSessionOfEvent } from '../../db/selectSessionOfEvent.ts';

import { resolveAccount } from '../../model/domainAliases.ts';
import { makeEventId } from '../../model/globalId.ts';
import type { Action } from '../../model/action.ts';
import type { SessionEvent as SessionEventModel } from '../../model/sessionEvent.ts';

import type { NodeResolvers, SessionEventResolvers } from '../generated.ts';

import { resolveContextType } from './ContextEvent.ts';

/** GraphQL type of each action. The compiler reports an action without one. */
const TYPE_NAME = {
  LOGIN: 'LoginEvent',
  LOGOUT: 'LogoutEvent',
  RECONNECT: 'ReconnectEvent',
  LOCK: 'LockEvent',
  UNLOCK: 'UnlockEvent',
} as const satisfies Record<Action, string>;

const resolveType = (event: SessionEventModel) => TYPE_NAME[event.action];

/** Fields of every event, inherited by the types of the five actions. The other fields are properties of the model. */
export const SessionEvent: SessionEventResolvers = {
  __resolveType: resolveType,
  id: makeEventId,
  session: (event, _, { db }) => selectSessionOfEvent(db, event),
  host: ({ hostname }) => ({ hostname }),
  account: (event, _, { db }) => resolveAccount(db.aliases, event),
};

export const Node: NodeResolvers = {
  __resolveType: (node) => {
    if ('action' in node) return resolveType(node);
    if ('kind' in node) return resolveContextType(node);
    if ('startUuid' in node) return 'Session';
    return 'hostname' in node ? 'Host' : 'Account';
  },
};
export const RemoteCapableEvent = { __resolveType: resolveType };
