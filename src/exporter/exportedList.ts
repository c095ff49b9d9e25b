import type { ContextKind } from '../model/contextEvent.ts';
import { fieldsIn, fieldsOf } from '../model/eventFields.ts';

/** The lists that can be exported. */
export const LIST_NAMES = ['events', 'sessions', 'context-events'] as const;

export type ListName = (typeof LIST_NAMES)[number];

/** How a list is queried: always in the same order, so that the same data results in the same text. */
export type ExportedList = {
  readonly connection: string;
  readonly filterType: string;
  readonly order: string;
  /** The selected fields of each node. */
  readonly selection: string;
  /** In the plural. */
  readonly noun: string;
};

/** The columns of an event except its action, in order. Columns that do not apply to an action are omitted. */
export const EXPORTED_EVENT_FIELDS: readonly string[] = fieldsOf('LOGIN');

/** The columns of a session, in order. New ones are added at the end, so that a program that reads columns by position still works. */
export const EXPORTED_SESSION_FIELDS = [
  'hostname',
  'user',
  'uid',
  'loginId',
  'loginType',
  'srcIps',
  'startedAt',
  'startReason',
  'endedAt',
  'endReason',
  'durationSeconds',
  'lockedSeconds',
  'unlockedSeconds',
  'lockCount',
  'unlockCount',
  'reconnectCount',
  'endedAfter',
  'disconnectedSeconds',
  'unknownSeconds',
];

/** The columns of a context event except its kind, in order. Only a disconnect has those of DISCONNECT_FIELDS. */
export const EXPORTED_CONTEXT_FIELDS = ['time', 'hostname', 'user', 'loginId', 'sourceId', 'srcIp'];

const DISCONNECT_FIELDS = ['user', 'loginId', 'srcIp'];

/** The kind of a context event, by the GraphQL type of its node. */
export const CONTEXT_KIND_OF: Readonly<Record<string, ContextKind>> = {
  HostStart: 'HOST_START',
  HostStop: 'HOST_STOP',
  HostSeen: 'HOST_SEEN',
  Disconnect: 'DISCONNECT',
};

export const LISTS: Readonly<Record<ListName, ExportedList>> = {
  events: {
    connection: 'sessionEvents',
    filterType: 'SessionEventFilter',
    order: 'OLDEST_FIRST',
    selection: `action ${fieldsIn('EVERY_ACTION').join(' ')}
      ... on RemoteCapableEvent { ${fieldsIn('REMOTE_CAPABLE').join(' ')} }
      ... on LoginEvent { ${fieldsIn('CONNECTING', 'LOGIN').join(' ')} }
      ... on ReconnectEvent { ${fieldsIn('CONNECTING').join(' ')} }`,
    noun: 'events',
  },
  sessions: {
    connection: 'sessions',
    filterType: 'SessionFilter',
    order: '{ field: STARTED, direction: ASCENDING }',
    selection: EXPORTED_SESSION_FIELDS.join(' '),
    noun: 'sessions',
  },
  'context-events': {
    connection: 'contextEvents',
    filterType: 'ContextEventFilter',
    order: 'OLDEST_FIRST',
    selection: `__typename ${EXPORTED_CONTEXT_FIELDS.filter((field) => !DISCONNECT_FIELDS.includes(field)).join(' ')}
      ... on Disconnect { ${DISCONNECT_FIELDS.join(' ')} }`,
    noun: 'context events',
  },
};

/** Returns the list of a name; null when it is unknown. */
export const findListName = (name: string | undefined): ListName | null =>
  LIST_NAMES.find((known) => known === name) ?? null;
