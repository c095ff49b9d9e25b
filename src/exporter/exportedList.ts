import { fieldsIn, fieldsOf } from '../model/eventFields.ts';

/** What can be exported. */
export const LIST_NAMES = ['events', 'sessions', 'host-starts'] as const;

export type ListName = (typeof LIST_NAMES)[number];

/** How a list is asked for: the whole of it in one order, so that an export of the same data is the same text. */
export type ExportedList = {
  readonly connection: string;
  readonly filterType: string;
  readonly order: string;
  /** The selection on each of its nodes. */
  readonly selection: string;
  /** Of several. */
  readonly noun: string;
};

/** The columns of an event beside its action, in order; an action to which some do not apply leaves them out. */
export const EXPORTED_EVENT_FIELDS: readonly string[] = fieldsOf('LOGIN');

/** Likewise of a session. */
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
];

/** Likewise of a host start. */
export const EXPORTED_HOST_START_FIELDS = ['time', 'hostname', 'sourceId'];

export const LISTS: Readonly<Record<ListName, ExportedList>> = {
  events: {
    connection: 'sessionEvents',
    filterType: 'SessionEventFilter',
    order: 'OLDEST_FIRST',
    selection: `action ${fieldsIn('EVERY_ACTION').join(' ')}
      ... on RemoteCapableEvent { ${fieldsIn('REMOTE_CAPABLE').join(' ')} }
      ... on LoginEvent { ${fieldsIn('LOGIN').join(' ')} }`,
    noun: 'events',
  },
  sessions: {
    connection: 'sessions',
    filterType: 'SessionFilter',
    order: '{ field: STARTED, direction: ASCENDING }',
    selection: EXPORTED_SESSION_FIELDS.join(' '),
    noun: 'sessions',
  },
  'host-starts': {
    connection: 'hostStarts',
    filterType: 'HostStartFilter',
    order: 'OLDEST_FIRST',
    selection: EXPORTED_HOST_START_FIELDS.join(' '),
    noun: 'host starts',
  },
};

/** The list of that name, null when there is none. */
export const findListName = (name: string | undefined): ListName | null =>
  LIST_NAMES.find((known) => known === name) ?? null;
