import { sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';

import { toStatement } from '../statement.ts';
import type { Database } from '../client.ts';

import { matchesErasure, selectNameless, selectNamelessDisconnects } from './erasure.ts';
import type { Erasure } from './erasure.ts';

/** The number of items on a host that an erasure deletes. */
export type HostCount = {
  readonly hostname: string;
  readonly events: number;
  readonly contextEvents: number;
  /** The part of both that names no user but belongs to a session of the account. */
  readonly eventsWithoutUser: number;
};

/**
 * Counts what an erasure would delete, by host. Indexes: session_event_pkey and context_event_pkey with a host, session_event_user and
 * context_event_user with an account.
 */
export const countErasable = async (
  { writePool }: Database,
  erasure: Erasure,
): Promise<readonly HostCount[]> => {
  const nameless =
    erasure.account === null
      ? sql``
      : sql`union all select e.hostname, count(*), 0, count(*) from ${selectNameless(erasure)} e group by 1
       union all select e.hostname, 0, count(*), count(*) from ${selectNamelessDisconnects(erasure)} e group by 1`;
  const { rows } = await writePool.query<HostCount>(
    toStatement(sql`select hostname, sum(events)::integer as events, sum(context)::integer as "contextEvents", sum(nameless)::integer as "eventsWithoutUser"
     from (
       select e.hostname, count(*) as events, 0 as context, 0 as nameless from session_event e where ${matchesErasure(erasure)} group by 1
       union all select e.hostname, 0, count(*), 0 from context_event e where ${matchesErasure(erasure)} group by 1
       ${nameless}) counted
     group by 1 order by 1`),
  );
  return rows;
};

/**
 * Deletes the remaining sessions of an account whose first event was dropped by retention: they cannot be stitched again. Indexes:
 * session_user, session_event_pkey.
 */
export const deleteSessionsOf = async ({ writePool }: Database, account: Account): Promise<number> => {
  const { rowCount } = await writePool.query(
    `delete from session s where s.user_name = $1 and coalesce(account_domain(s.user_domain), '') = account_domain($2) and not exists (
       select from session_event e where e.hostname = s.hostname and e.time = s.started_at and e.id = s.start_id)`,
    [account.userName, account.userDomain ?? ''],
  );
  return rowCount ?? 0;
};

/**
 * Counts the rows that name an account, in each table that could. Indexes: session_event_user, context_event_user, session_user,
 * account_pkey.
 */
export const countTraces = async ({ writePool }: Database, account: Account): Promise<Traces> => {
  const { rows } = await writePool.query<Traces>(
    `select (select count(*)::integer from session_event where user_name = $1 and coalesce(account_domain(user_domain), '') = account_domain($2)) as events,
       (select count(*)::integer from context_event where user_name = $1 and coalesce(account_domain(user_domain), '') = account_domain($2)) as "contextEvents",
       (select count(*)::integer from session where user_name = $1 and coalesce(account_domain(user_domain), '') = account_domain($2)) as sessions,
       (select count(*)::integer from account where user_name = $1 and account_domain(user_domain) = account_domain($2)) as accounts`,
    [account.userName, account.userDomain ?? ''],
  );
  const [traces] = rows;
  if (traces === undefined) throw new Error('Postgres returned no counts.');
  return traces;
};

export type Traces = {
  readonly events: number;
  readonly contextEvents: number;
  readonly sessions: number;
  readonly accounts: number;
};

/** The number of events on a host with a uid. */
export type UidCount = { readonly hostname: string; readonly uid: string; readonly events: number };

/** Reads the uids of an account and the hosts on which it had them. Index: session_event_user. */
export const selectUids = async ({ writePool }: Database, account: Account): Promise<readonly HostUid[]> => {
  const { rows } = await writePool.query<HostUid>(
    `select distinct hostname, uid from session_event
     where user_name = $1 and coalesce(account_domain(user_domain), '') = account_domain($2) and uid is not null order by 1, 2`,
    [account.userName, account.userDomain ?? ''],
  );
  return rows;
};

export type HostUid = Omit<UidCount, 'events'>;

/** Counts the events with these uids that name no user. Index: session_event_uid. */
export const countWithUid = async (
  { writePool }: Database,
  uids: readonly HostUid[],
): Promise<readonly UidCount[]> => {
  const { rows } = await writePool.query<UidCount>(
    `select e.hostname, e.uid, count(*)::integer as events
     from unnest($1::text[], $2::text[]) as u(hostname, uid) join session_event e on e.uid = u.uid and e.hostname = u.hostname
     where e.user_name is null group by 1, 2 order by 1, 2`,
    [uids.map(({ hostname }) => hostname), uids.map(({ uid }) => uid)],
  );
  return rows;
};
