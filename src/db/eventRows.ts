import type { Action } from '../model/action.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import type { sessionEvent } from './tables.ts';

type Row = typeof sessionEvent.$inferSelect;

/** Turns a row into the event of its action, with the fields that apply to it and no others. */
export const toSessionEvent = (row: Row): SessionEvent => EVENT_OF[row.action](row);

const EVENT_OF = {
  LOGIN: (row) => ({
    ...baseOf(row),
    ...remoteOf(row),
    action: 'LOGIN',
    loginSuccessful: row.loginSuccessful === true,
    linkedLoginId: row.linkedLoginId,
  }),
  LOGOUT: (row) => ({ ...baseOf(row), ...remoteOf(row), action: 'LOGOUT' }),
  RECONNECT: (row) => ({ ...baseOf(row), ...remoteOf(row), action: 'RECONNECT' }),
  LOCK: (row) => ({ ...baseOf(row), action: 'LOCK' }),
  UNLOCK: (row) => ({ ...baseOf(row), action: 'UNLOCK' }),
} as const satisfies Record<Action, (row: Row) => SessionEvent>;

const baseOf = (row: Row) => ({
  uuid: row.id,
  time: row.time,
  hostname: row.hostname,
  user: row.user,
  userDomain: row.userDomain,
  userName: row.userName,
  uid: row.uid,
  loginId: row.loginId,
  sourceId: row.sourceId,
  ingestedAt: row.ingestedAt,
});

const remoteOf = (row: Row) => ({
  loginType: row.loginType,
  srcIp: row.srcIp,
  srcPort: row.srcPort,
  destIp: row.destIp,
  destPort: row.destPort,
});
