import type { Database } from '../client.ts';
import { lockHosts } from '../lockHosts.ts';
import { withTransaction } from '../withTransaction.ts';

import { noteErased } from './unfinished.ts';

/**
 * Erases what is still stored about the events of a host that retention dropped: the sessions that began with them, and the times at which the host
 * was first and last seen. The end of the erasure recomputes the rest from the records that arrived in the meantime. Returns the number of
 * sessions. Indexes: session_pkey, the part of the host; session_event_pkey.
 */
export const eraseDropped = async ({ writePool }: Database, hostname: string): Promise<number> =>
  withTransaction(writePool, async (client) => {
    await lockHosts(client, [hostname]);
    const { rows } = await client.query<{ account: string | null; count: number }>(
      `with gone as (delete from session s where s.hostname = $1 and not exists (
         select from session_event e where e.hostname = s.hostname and e.time = s.started_at and e.id = s.start_id) returning user_name, user_domain)
       select coalesce(user_domain, '') || '\\' || user_name as account, count(*)::integer as count from gone group by 1`,
      [hostname],
    );
    await client.query(
      `update host set first_seen_at = (select min(time) from session_event where hostname = $1),
         last_seen_at = (select max(time) from session_event where hostname = $1) where hostname = $1`,
      [hostname],
    );
    const accountKeys = rows.flatMap(({ account }) => (account === null ? [] : [account]));
    await noteErased(client, hostname, accountKeys);
    return rows.reduce((sum, { count }) => sum + count, 0);
  });
