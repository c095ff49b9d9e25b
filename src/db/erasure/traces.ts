import type { Account } from '../../model/account.ts';

import type { Database } from '../client.ts';

/**
 * Takes away what is left of an account in sessions whose first event retention has dropped: they cannot be stitched anew. Indexes:
 * session_user, session_event_pkey.
 */
export const deleteSessionsOf = async ({ writePool }: Database, account: Account): Promise<number> => {
  const { rowCount } = await writePool.query(
    `delete from session s where s.user_name = $1 and coalesce(s.user_domain, '') = $2 and not exists (
       select from session_event e where e.hostname = s.hostname and e.time = s.started_at and e.id = s.start_id)`,
    [account.userName, account.userDomain ?? ''],
  );
  return rowCount ?? 0;
};

/** Looks for an account in every table that could name it. Indexes: session_event_user, session_user, account_pkey. */
export const countTraces = async ({ writePool }: Database, account: Account): Promise<Traces> => {
  const { rows } = await writePool.query<Traces>(
    `select (select count(*)::integer from session_event where user_name = $1 and coalesce(user_domain, '') = $2) as events,
       (select count(*)::integer from session where user_name = $1 and coalesce(user_domain, '') = $2) as sessions,
       (select count(*)::integer from account where user_name = $1 and user_domain = $2) as accounts`,
    [account.userName, account.userDomain ?? ''],
  );
  const [traces] = rows;
  if (traces === undefined) throw new Error('Postgres counted nothing.');
  return traces;
};

export type Traces = { readonly events: number; readonly sessions: number; readonly accounts: number };

/** Events of a host that carry a uid. */
export type UidCount = { readonly hostname: string; readonly uid: string; readonly events: number };

/** Reads which uids an account has had, and on which hosts. Index: session_event_user. */
export const selectUids = async ({ writePool }: Database, account: Account): Promise<readonly HostUid[]> => {
  const { rows } = await writePool.query<HostUid>(
    `select distinct hostname, uid from session_event
     where user_name = $1 and coalesce(user_domain, '') = $2 and uid is not null order by 1, 2`,
    [account.userName, account.userDomain ?? ''],
  );
  return rows;
};

export type HostUid = Omit<UidCount, 'events'>;

/** Counts the events with such a uid that name nobody. Index: session_event_uid. */
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
