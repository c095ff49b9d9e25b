import { sql } from 'drizzle-orm';

import { arrayParameter } from '../arrayParameter.ts';
import { batchReads } from '../batchReads.ts';

/** A host and a half-open range of time. */
export type LockQuery = { readonly hostname: string; readonly from: string; readonly until: string };

/**
 * Finds out whether a host reported any LOCK in a range. Index: session_event_pkey, a walk over the host's events until the first LOCK.
 */
export const selectHostLocks = batchReads<LockQuery, boolean>(async (db, queries) => {
  const column = (valueOf: (query: LockQuery) => string) => sql.param(arrayParameter(queries.map(valueOf)));
  const rows = await db.rows<{ locks: boolean }>(
    sql`select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
        and e.time >= a.from_time and e.time < a.until_time) as locks
      from unnest(${column(({ hostname }) => hostname)}::text[], ${column(({ from }) => from)}::timestamptz[],
        ${column(({ until }) => until)}::timestamptz[]) with ordinality as a(hostname, from_time, until_time, index)
      order by a.index`,
    'host_locks',
  );
  return rows.map(({ locks }) => locks);
});
