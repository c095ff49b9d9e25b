import type { Action } from './action.ts';
import type { NewEvent } from './sessionEvent.ts';

type EventField = {
  /** REMOTE_CAPABLE: login, logout and reconnect. CONNECTING: login and reconnect. */
  readonly appliesTo: 'EVERY_ACTION' | 'REMOTE_CAPABLE' | 'CONNECTING' | 'LOGIN';
};

/** A field that clients send: any field of an event that is not derived from others. */
export type EventFieldName = Exclude<
  keyof Extract<NewEvent, { action: 'LOGIN' }>,
  'uuid' | 'action' | 'userDomain' | 'userName'
>;

/**
 * The fields of events, in the order of exported columns. Exports and filters are derived from this table or typed by it;
 * test/eventFields.test.ts sends every field through import, storage, filters and export, and compares the schema.
 */
export const EVENT_FIELDS = {
  time: { appliesTo: 'EVERY_ACTION' },
  hostname: { appliesTo: 'EVERY_ACTION' },
  user: { appliesTo: 'EVERY_ACTION' },
  uid: { appliesTo: 'EVERY_ACTION' },
  loginId: { appliesTo: 'EVERY_ACTION' },
  sourceId: { appliesTo: 'EVERY_ACTION' },
  loginType: { appliesTo: 'REMOTE_CAPABLE' },
  loginSuccessful: { appliesTo: 'LOGIN' },
  linkedLoginId: { appliesTo: 'LOGIN' },
  srcIp: { appliesTo: 'REMOTE_CAPABLE' },
  srcPort: { appliesTo: 'REMOTE_CAPABLE' },
  destIp: { appliesTo: 'REMOTE_CAPABLE' },
  destPort: { appliesTo: 'REMOTE_CAPABLE' },
  srcHostname: { appliesTo: 'CONNECTING' },
} as const satisfies Readonly<Record<EventFieldName, EventField>>;

const GROUPS: Readonly<Record<Action, readonly EventField['appliesTo'][]>> = {
  LOGIN: ['EVERY_ACTION', 'REMOTE_CAPABLE', 'CONNECTING', 'LOGIN'],
  LOGOUT: ['EVERY_ACTION', 'REMOTE_CAPABLE'],
  RECONNECT: ['EVERY_ACTION', 'REMOTE_CAPABLE', 'CONNECTING'],
  LOCK: ['EVERY_ACTION'],
  UNLOCK: ['EVERY_ACTION'],
};

/** The names of the fields in these groups. */
export const fieldsIn = (...groups: readonly EventField['appliesTo'][]): readonly EventFieldName[] =>
  (Object.keys(EVENT_FIELDS) as EventFieldName[]).filter((name) =>
    groups.includes(EVENT_FIELDS[name].appliesTo),
  );

/** The names of the fields that apply to an action. */
export const fieldsOf = (action: Action): readonly EventFieldName[] => fieldsIn(...GROUPS[action]);
