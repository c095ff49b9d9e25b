import { makeContextEventId } from '../../model/globalId.ts';
import type { ContextEvent as ContextEventModel, ContextKind } from '../../model/contextEvent.ts';

import type { ContextEventResolvers } from '../generated.ts';

/** GraphQL type of each kind. The compiler reports a kind without one. */
const TYPE_NAME = {
  HOST_START: 'HostStart',
  HOST_STOP: 'HostStop',
  HOST_SEEN: 'HostSeen',
  DISCONNECT: 'Disconnect',
} as const satisfies Record<ContextKind, string>;

export const resolveContextType = ({ kind }: ContextEventModel) => TYPE_NAME[kind];

/** Fields of every context event, inherited by the types of the kinds. The other fields are properties of the model. */
export const ContextEvent: ContextEventResolvers = {
  __resolveType: resolveContextType,
  id: makeContextEventId,
  host: ({ hostname }) => ({ hostname }),
};
