import { sql } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import { decodeStates, encodeStates } from '../../model/session/encodeStates.ts';
import type { EncodedStates } from '../../model/session/encodeStates.ts';
import type { EndReason, StartReason, StoredSession } from '../../model/session/session.ts';
import { overAt, rankOf } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import { listNames, toArrays, unnestColumns } from '../columnArrays.ts';
import type { Column } from '../columnArrays.ts';
import { joinList, nameOf, toStatement } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

/** A row of the table session as pg returns it. */
export type SessionRow = {
  readonly hostname: string;
  readonly login_id: string;
  readonly started_at: string;
  readonly start_id: string;
  readonly start_reason: StartReason;
  readonly user: string | null;
  readonly user_domain: string | null;
  readonly user_name: string | null;
  readonly uid: string | null;
  readonly login_type: LoginType | null;
  readonly src_ip: string | null;
  readonly src_ips: readonly string[];
  readonly ended_at: string | null;
  readonly end_reason: EndReason | null;
  readonly end_id: string | null;
  readonly last_at: string;
  readonly last_id: string;
  readonly lock_count: number;
  readonly unlock_count: number;
  readonly reconnect_count: number;
  readonly own_last_at: string;
  readonly fold_state: EncodedStates | null;
  readonly is_diverted: boolean;
};

export const toStoredSession = (row: SessionRow): StoredSession => ({
  hostname: row.hostname,
  loginId: row.login_id,
  startedAt: canonicalTime(row.started_at),
  startUuid: row.start_id,
  startReason: row.start_reason,
  user: row.user,
  userDomain: row.user_domain,
  userName: row.user_name,
  uid: row.uid,
  loginType: row.login_type,
  srcIp: row.src_ip,
  srcIps: row.src_ips,
  endedAt: row.ended_at === null ? null : canonicalTime(row.ended_at),
  endReason: row.end_reason,
  endUuid: row.end_id,
  lastAt: canonicalTime(row.last_at),
  lastUuid: row.last_id,
  lockCount: row.lock_count,
  unlockCount: row.unlock_count,
  reconnectCount: row.reconnect_count,
  ownLastAt: canonicalTime(row.own_last_at),
  states: decodeStates(row.fold_state),
  isDiverted: row.is_diverted,
});

/** The columns, those of the key first. */
const COLUMNS: readonly Column<StoredSession>[] = [
  ['hostname', 'text', ({ hostname }) => hostname],
  ['started_at', 'timestamptz', ({ startedAt }) => startedAt],
  ['start_id', 'uuid', ({ startUuid }) => startUuid],
  ['login_id', 'text', ({ loginId }) => loginId],
  ['start_reason', 'text', ({ startReason }) => startReason],
  ['user', 'text', ({ user }) => user],
  ['user_domain', 'text', ({ userDomain }) => userDomain],
  ['user_name', 'text', ({ userName }) => userName],
  ['uid', 'text', ({ uid }) => uid],
  ['login_type', 'text', ({ loginType }) => loginType],
  ['src_ip', 'inet', ({ srcIp }) => srcIp],
  // As text: unnest would flatten an array of arrays.
  ['src_ips', 'text', ({ srcIps }) => `{${srcIps.join(',')}}`],
  ['ended_at', 'timestamptz', ({ endedAt }) => endedAt],
  ['end_reason', 'text', ({ endReason }) => endReason],
  ['end_id', 'uuid', ({ endUuid }) => endUuid],
  ['last_at', 'timestamptz', ({ lastAt }) => lastAt],
  ['last_id', 'uuid', ({ lastUuid }) => lastUuid],
  ['lock_count', 'integer', ({ lockCount }) => lockCount],
  ['unlock_count', 'integer', ({ unlockCount }) => unlockCount],
  ['reconnect_count', 'integer', ({ reconnectCount }) => reconnectCount],
  ['own_last_at', 'timestamptz', ({ ownLastAt }) => ownLastAt],
  ['state', 'text', ({ states }) => states.history.state],
  ['state_since', 'timestamptz', (session) => stateSince(session)],
  ['fold_state', 'json', ({ states }) => toJson(encodeStates(states))],
  ['is_diverted', 'boolean', ({ isDiverted }) => isDiverted],
  ['over_at', 'timestamptz', overAt],
  ['duration_rank', 'timestamptz', (session) => rankOf(session, 'DURATION')],
];

/** The columns that are computed from the others. */
const DERIVED: ReadonlySet<string> = new Set(['state', 'state_since', 'over_at', 'duration_rank']);

/** The columns of a SessionRow of the session `s`. A named statement lists them, so that it survives a column that a migration adds. */
export const STORED_COLUMNS = joinList(
  COLUMNS.filter(([name]) => !DERIVED.has(name)).map(([name]) => sql`s.${nameOf(name)}`),
);

const stateSince = ({ startedAt, states }: StoredSession): string =>
  states.history.fromUs === 0 ? startedAt : shiftTime(startedAt, states.history.fromUs);

const toJson = (states: EncodedStates | null): string | null => states && JSON.stringify(states);

const KEY_LENGTH = 3;
const selected = COLUMNS.map(([name]) =>
  name === 'src_ips' ? sql`x.src_ips::inet[]` : sql`x.${nameOf(name)}`,
);
const updated = COLUMNS.slice(KEY_LENGTH).map(([name]) => sql`${nameOf(name)} = excluded.${nameOf(name)}`);

/** One named statement for any number of sessions; served by session_pkey. */
export const UPSERT_SESSIONS = {
  name: 'upsert_sessions',
  text: toStatement(sql`insert into session (${listNames(COLUMNS)})
    select ${joinList(selected)} from ${unnestColumns(COLUMNS)}
    on conflict (hostname, started_at, start_id) do update set ${joinList(updated)}`).text,
} as const;

/** The parameters of the upsert. */
export const sessionColumns = (sessions: readonly StoredSession[]): (string | Buffer)[] =>
  toArrays(COLUMNS, sessions);
