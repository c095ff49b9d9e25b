import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';

import { isOfAccount } from '../accountDomain.ts';
import { isDisconnectOf, isMember, isOfTwin } from '../membership.ts';
import { SESSION_EXTENT } from '../tables.ts';

/**
 * Which events and context events are erased; an absent bound is null. If an account is named, only disconnects are erased of the context
 * events: the others concern the host alone.
 */
export type Erasure = {
  readonly hostname: string | null;
  readonly account: Account | null;
  /** Half-open. */
  readonly from: string | null;
  readonly until: string | null;
  /** The prefix of their sourceId. */
  readonly source: string | null;
};

/** Matches the events or context events, in the table `e`, that are erased; with an account, those that name it. */
export const matchesErasure = (erasure: Erasure): SQL =>
  and([...isOf(erasure, sql`e`), ...boundsOf(erasure, sql`e`)]);

/**
 * Selects the keys of the events that name no user but belong to a session of the account, such as logoffs with only a uid and a login id.
 *
 * Indexes: session_user, twin_session, and session_event_login_id, one descent per session, and per twin of it, and partition of its time.
 */
export const selectNameless = (erasure: Erasure): SQL => {
  const part = (joined: SQL): SQL => selectOfSessions(erasure, sql`session_event`, joined);
  return sql`(${part(sql`join session_event on ${isMember(SESSION_EXTENT)}`)} union ${part(
    sql`join twin w on w.hostname = session.hostname and w.session_started_at = session.started_at and w.session_start_id = session.start_id
      join session_event on ${isOfTwin(sql`session_event`)}`,
  )})`;
};

/** Selects the keys of such disconnects. Indexes: session_user, then context_event_login_id, one descent per session. */
export const selectNamelessDisconnects = (erasure: Erasure): SQL =>
  sql`(${selectOfSessions(erasure, sql`context_event`, sql`join context_event on ${isDisconnectOf(SESSION_EXTENT)}`)} group by 1, 2, 3)`;

const selectOfSessions = (erasure: Erasure, table: SQL, joined: SQL): SQL => {
  const ofAccount = and([
    ...isOf(erasure, sql`session`),
    ...(erasure.hostname === null ? [] : [sql`session.hostname = ${erasure.hostname}`]),
    sql`${table}.user_name is null`,
    ...boundsOf(erasure, table),
  ]);
  return sql`select ${table}.hostname, ${table}.time, ${table}.id from session ${joined} where ${ofAccount}`;
};

const isOf = ({ account }: Erasure, table: SQL): readonly SQL[] =>
  account === null ? [] : [isOfAccount(table, account)];

const boundsOf = ({ hostname, from, until, source }: Erasure, table: SQL): readonly SQL[] => [
  ...(hostname === null ? [] : [sql`${table}.hostname = ${hostname}`]),
  ...(from === null ? [] : [sql`${table}.time >= ${from}`]),
  ...(until === null ? [] : [sql`${table}.time < ${until}`]),
  ...(source === null ? [] : [sql`starts_with(${table}.source_id, ${source})`]),
];

const and = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `);
