import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  inet,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

import type { Action, LoginType } from '../model/action.ts';
import type { ContextKind } from '../model/contextEvent.ts';
import type { EncodedStates } from '../model/session/encodeStates.ts';
import { FIXED_LOGIN_IDS } from '../model/session/isStitched.ts';
import type { EndReason, SessionExtent, StartReason } from '../model/session/session.ts';
import { NEVER } from '../model/session/sessionRank.ts';
import type { LiveState } from '../model/session/stateHistory.ts';

import { SESSION_SPAN } from './sessionsWithin.ts';
import { literal } from './statement.ts';

/** timestamptz as canonical text (`2026-11-22T10:23:30.336123Z`): a JS Date would drop the microseconds. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (6) with time zone',
  fromDriver: (value) => canonicalTime(value),
});

/** Postgres writes `2026-11-22 10:23:30.3361+00` in UTC sessions: without trailing zeros. */
export const canonicalTime = (value: string): string =>
  `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(6, '0')}Z`;

/**
 * Makes an index that serves lookups by login id only: they compare `hostname collate "POSIX"`, which sorts like "C" but matches no other
 * index. With the plain hostname, the planner would consider the primary key equally cheap, although it walks all events of the host.
 */
const onlyWithLoginId = (hostname: SQLWrapper): SQL => sql`${hostname} collate "POSIX"`;

const APPLIES_REMOTELY = sql`action in ('LOGIN', 'LOGOUT', 'RECONNECT')`;
const NO_ADDRESS = sql`num_nonnulls(src_ip, src_port, dest_ip, dest_port) = 0`;

/**
 * The events, partitioned by time (the migration contains `partition by`, which Drizzle does not support). Column names are those of CAR.
 *
 * The CHECKs reject fields that do not apply to an action, also in SQL of other programs.
 */
export const sessionEvent = pgTable(
  'session_event',
  {
    hostname: text().notNull(),
    time: instant().notNull(),
    uuid: uuid('id').notNull(),
    action: text().$type<Action>().notNull(),
    loginId: text('login_id'),
    uid: text(),
    user: text(),
    userName: text('user_name'),
    userDomain: text('user_domain'),
    loginType: text('login_type').$type<LoginType>(),
    loginSuccessful: boolean('login_successful'),
    linkedLoginId: text('linked_login_id'),
    srcIp: inet('src_ip'),
    srcPort: integer('src_port'),
    destIp: inet('dest_ip'),
    destPort: integer('dest_port'),
    srcHostname: text('src_hostname'),
    sourceId: text('source_id'),
    ingestedAt: instant('ingested_at')
      .notNull()
      .default(sql`now()`),
  },
  (event) => [
    primaryKey({ name: 'session_event_pkey', columns: [event.hostname, event.time, event.uuid] }),
    index('session_event_time').on(event.time, event.uuid),
    index('session_event_user').on(event.userName, event.time, event.uuid),
    index('session_event_uid').on(event.uid, event.time, event.uuid),
    index('session_event_src_ip')
      .on(event.srcIp, event.time, event.uuid)
      .where(sql`${event.srcIp} is not null`),
    index('session_event_login_id')
      .on(event.loginId, onlyWithLoginId(event.hostname), event.time, event.uuid)
      .where(sql`${event.loginId} is not null`),
    index('session_event_without_uid')
      .on(event.hostname, event.loginId, event.time)
      .where(sql`${event.loginId} in ${literal(FIXED_LOGIN_IDS)} and ${event.uid} is null`),
    index('session_event_dest_ip')
      .on(event.time, event.uuid)
      .where(sql`${event.destIp} is not null`),
    // Has all columns that lateralPaths reads, so that it reads a twentieth of the pages.
    index('session_event_machine_logon')
      .on(event.time, event.uuid, event.srcIp, event.userName, event.userDomain, event.hostname)
      .where(
        sql`${event.loginSuccessful} and ${event.loginType} = 'REMOTE' and ${event.userName} like '%$' and ${event.srcIp} is not null`,
      ),
    index('session_event_failure')
      .on(event.time, event.uuid)
      .where(sql`${event.loginSuccessful} is false`),
    check('session_event_action', sql`action in ('LOGIN', 'LOGOUT', 'RECONNECT', 'LOCK', 'UNLOCK')`),
    check('session_event_login_successful', sql`(login_successful is not null) = (action = 'LOGIN')`),
    check('session_event_login_type', sql`login_type in ('INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE')`),
    check('session_event_remote_fields', sql`${APPLIES_REMOTELY} or (login_type is null and ${NO_ADDRESS})`),
    check(
      'session_event_local_has_no_address',
      sql`login_type is null or login_type in ('RDP', 'REMOTE') or ${NO_ADDRESS}`,
    ),
    check(
      'session_event_hostname',
      sql`char_length(hostname) between 1 and 255 and (hostname !~ '[a-z[:cntrl:]]' or hostname ~ '^[0-9a-f:.]*:[0-9a-f:.]*$')`,
    ),
    check('session_event_login_id', sql`login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$'`),
    check(
      'session_event_linked_login_id',
      sql`linked_login_id is null or action = 'LOGIN' and linked_login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$'`,
    ),
    // At most 256 characters when sent: some letters become three when a SID is folded to upper case.
    check('session_event_uid', sql`char_length(uid) between 1 and 768 and uid !~ '^s-[0-9]'`),
    check(
      'session_event_user',
      sql`("user" is null) = (user_name is null) and (user_name is not null or user_domain is null) and char_length("user") between 1 and 512`,
    ),
    check(
      'session_event_addresses',
      sql`masklen(src_ip) = case family(src_ip) when 4 then 32 else 128 end and masklen(dest_ip) = case family(dest_ip) when 4 then 32 else 128 end`,
    ),
    check(
      'session_event_src_hostname',
      sql`src_hostname is null or action in ('LOGIN', 'RECONNECT') and char_length(src_hostname) between 1 and 255
        and (src_hostname !~ '[a-z[:cntrl:]]' or src_hostname ~ '^[0-9a-f:.]*:[0-9a-f:.]*$')`,
    ),
    check('session_event_ports', sql`src_port between 0 and 65535 and dest_port between 0 and 65535`),
    check('session_event_source_id', sql`char_length(source_id) between 1 and 512`),
  ],
);

/**
 * Context events: starts and stops of hosts, proof that a host ran, and disconnects. They are few, so the table is not partitioned. Only a
 * disconnect has a login id, a user and an address.
 */
export const contextEvent = pgTable(
  'context_event',
  {
    hostname: text().notNull(),
    time: instant().notNull(),
    uuid: uuid('id').notNull(),
    kind: text().$type<ContextKind>().notNull(),
    loginId: text('login_id'),
    user: text(),
    userName: text('user_name'),
    userDomain: text('user_domain'),
    srcIp: inet('src_ip'),
    sourceId: text('source_id'),
    ingestedAt: instant('ingested_at')
      .notNull()
      .default(sql`now()`),
    /** On a start or stop: the host's last fact before it; null if there is none. */
    lastFactAt: instant('last_fact_at'),
  },
  (event) => [
    primaryKey({ name: 'context_event_pkey', columns: [event.hostname, event.time, event.uuid] }),
    index('context_event_time').on(event.time, event.uuid),
    index('context_event_login_id')
      .on(event.loginId, onlyWithLoginId(event.hostname), event.time, event.uuid)
      .where(sql`${event.loginId} is not null`),
    index('context_event_user')
      .on(event.userName, event.time, event.uuid)
      .where(sql`${event.userName} is not null`),
    index('context_event_boundary')
      .on(event.hostname, event.time)
      .where(sql`${event.kind} in ('HOST_START', 'HOST_STOP')`),
    index('context_event_disconnect')
      .on(event.time, event.uuid)
      .where(sql`${event.kind} = 'DISCONNECT'`),
    check('context_event_kind', sql`kind in ('HOST_START', 'HOST_STOP', 'HOST_SEEN', 'DISCONNECT')`),
    check(
      'context_event_fields',
      sql`kind = 'DISCONNECT' or num_nonnulls(login_id, "user", user_name, user_domain, src_ip) = 0`,
    ),
    check('context_event_hostname', sql`char_length(hostname) between 1 and 255`),
    check('context_event_login_id', sql`login_id ~ '^0x(0|[1-9a-f][0-9a-f]{0,15})$'`),
    check(
      'context_event_user',
      sql`("user" is null) = (user_name is null) and (user_name is not null or user_domain is null) and char_length("user") between 1 and 512`,
    ),
    check('context_event_src_ip', sql`masklen(src_ip) = case family(src_ip) when 4 then 32 else 128 end`),
    check('context_event_source_id', sql`char_length(source_id) between 1 and 512`),
  ],
);

/** Sessions, updated in the transaction that stores their events. StoredSession describes the columns. */
export const session = pgTable(
  'session',
  {
    hostname: text().notNull(),
    loginId: text('login_id').notNull(),
    startedAt: instant('started_at').notNull(),
    startUuid: uuid('start_id').notNull(),
    startReason: text('start_reason').$type<StartReason>().notNull(),
    user: text(),
    userDomain: text('user_domain'),
    userName: text('user_name'),
    uid: text(),
    loginType: text('login_type').$type<LoginType>(),
    srcIp: inet('src_ip'),
    srcIps: inet('src_ips').array().notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason').$type<EndReason>(),
    endUuid: uuid('end_id'),
    lastAt: instant('last_at').notNull(),
    lastUuid: uuid('last_id').notNull(),
    lockCount: integer('lock_count').notNull(),
    unlockCount: integer('unlock_count').notNull(),
    reconnectCount: integer('reconnect_count').notNull(),
    ownLastAt: instant('own_last_at').notNull(),
    /** The state after the last fact that tells it, and since when; foldState has the rest of StateFold. */
    state: text().$type<LiveState>().notNull(),
    stateSince: instant('state_since').notNull(),
    foldState: json('fold_state').$type<EncodedStates>(),
    isDiverted: boolean('is_diverted').notNull(),
    /** The results of overAt and rankOf. They are stored so that a lock or unlock, which changes neither, updates no index. */
    overAt: instant('over_at').notNull(),
    durationRank: instant('duration_rank').notNull(),
  },
  (row) => [
    primaryKey({ name: 'session_pkey', columns: [row.hostname, row.startedAt, row.startUuid] }),
    index('session_pair').on(row.loginId, onlyWithLoginId(row.hostname), row.startedAt, row.startUuid),
    index('session_over').on(row.hostname, row.overAt),
    index('session_started').on(row.startedAt, row.startUuid),
    index('session_ended').on(sql`coalesce(ended_at, ${literal(NEVER)})`, row.startUuid),
    index('session_duration').on(row.durationRank, row.startUuid),
    index('session_span').on(SESSION_SPAN, row.startedAt),
    index('session_user').on(row.userName, row.startedAt, row.startUuid),
    check(
      'session_end',
      sql`(ended_at is null) = (end_reason is null) and (end_id is not null) = (end_reason is not distinct from 'LOGOUT')`,
    ),
  ],
);

/**
 * The elevated twins among the events: up to where each takes the events of its pair, and the session that they belong to. It repeats a part of
 * session_event, which is partitioned, and is updated in the same transaction.
 */
export const twin = pgTable(
  'twin',
  {
    hostname: text().notNull(),
    loginId: text('login_id').notNull(),
    time: instant().notNull(),
    uuid: uuid('id').notNull(),
    linkedLoginId: text('linked_login_id').notNull(),
    uid: text(),
    /** Exclusive; 'infinity' without an end. */
    untilAt: instant('until_at').notNull(),
    untilUuid: uuid('until_id').notNull(),
    sessionStartedAt: instant('session_started_at'),
    sessionStartUuid: uuid('session_start_id'),
  },
  (row) => [
    primaryKey({ name: 'twin_pkey', columns: [row.hostname, row.loginId, row.time, row.uuid] }),
    index('twin_linked').on(row.hostname, row.linkedLoginId, row.time),
    index('twin_session')
      .on(row.hostname, row.sessionStartedAt, row.sessionStartUuid)
      .where(sql`${row.sessionStartedAt} is not null`),
    index('twin_until').on(row.hostname, row.untilAt),
    index('twin_time').on(row.hostname, row.time),
  ],
);

/** The ranges in which hosts recorded facts without a silence longer than SILENCE. They are extended at ingest. */
export const hostActivity = pgTable(
  'host_activity',
  {
    hostname: text().notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
  },
  (row) => [primaryKey({ name: 'host_activity_pkey', columns: [row.hostname, row.fromAt] })],
);

/** The end of a session; open sessions sort last. The same expression as in the index session_ended. */
export const SESSION_ENDED: SQL = sql`coalesce(${session.endedAt}, ${literal(NEVER)})`;

/** The bounds of a session, as columns. */
export const SESSION_EXTENT = {
  hostname: sql`${session.hostname}`,
  loginId: sql`${session.loginId}`,
  startedAt: sql`${session.startedAt}`,
  startUuid: sql`${session.startUuid}`,
  lastAt: sql`${session.lastAt}`,
  lastUuid: sql`${session.lastUuid}`,
} as const satisfies Readonly<Record<keyof SessionExtent, SQL>>;
