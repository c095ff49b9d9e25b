import { sql } from 'drizzle-orm';

import { batchReads } from '../batchReads.ts';
import { makeListRead, TEXT, TIME } from '../namedStatement.ts';

/** A host and a half-open range of time. */
export type LockQuery = { readonly hostname: string; readonly from: string; readonly until: string };

const readLocks = makeListRead<LockQuery, { readonly locks: boolean }>({
  name: 'host_locks',
  as: 'a',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    from_time: [TIME, ({ from }) => from],
    until_time: [TIME, ({ until }) => until],
  },
  select: (
    list,
  ) => sql`select exists (select from session_event e where e.hostname = a.hostname and e.action = 'LOCK'
      and e.time >= a.from_time and e.time < a.until_time) as locks
    from ${list} order by a.index`,
});

/**
 * Finds out whether a host reported any LOCK in a range. Index: session_event_pkey, a walk over the host's events until the first LOCK.
 */
export const selectHostLocks = batchReads<LockQuery, boolean>(async (db, queries) =>
  (await readLocks(db, queries)).map(({ locks }) => locks),
);
