import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { batchReads } from '../batchReads.ts';
import { makeListRead, TEXT, TIME } from '../namedStatement.ts';

/** A host, and the half-open range of its baseline. */
export type BaselineRange = { readonly hostname: string; readonly from: string; readonly until: string };

/** How many days of 24 hours the time `at` is before the end of the baseline: 0 on the last day. */
const dayOf = (at: SQL): SQL =>
  sql`floor((extract(epoch from k.until_time - ${at}) * 1000000 - 1) / 86400000000)`;

/** The ranges of facts that overlap the baseline: the last that begins at or before it, and those that begin in it. */
const RANGES = sql`select greatest(a.from_at, k.from_time) as from_at, least(a.until_at, k.until_time - interval '1 microsecond') as until_at
  from host_activity a where a.hostname = k.hostname and a.from_at < k.until_time and a.until_at >= k.from_time
    and a.from_at >= coalesce((select b.from_at from host_activity b where b.hostname = k.hostname and b.from_at <= k.from_time
      order by b.from_at desc limit 1), k.from_time)`;

const readDays = makeListRead<BaselineRange, { readonly days: string }>({
  name: 'covered_days',
  as: 'k',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    from_time: [TIME, ({ from }) => from],
    until_time: [TIME, ({ until }) => until],
  },
  select: (list) => sql`select counted.days::text as days
    from ${list}
    cross join lateral (select coalesce(sum(oldest - greatest(newest, later + 1) + 1), 0) as days
      from (select newest, oldest, lag(oldest) over (order by newest, oldest) as later
        from (select ${dayOf(sql`r.until_at`)} as newest, ${dayOf(sql`r.from_at`)} as oldest from (${RANGES}) r) d) each_range) counted
    order by k.index`,
});

/**
 * Counts the days of baselines that contain a part of a range of facts of the host. Days have 24 hours and are counted back from the end of the
 * baseline; its first day may be shorter. Two ranges may touch one day, which counts once.
 *
 * Index: host_activity_pkey, a walk over the ranges that overlap the baseline.
 */
export const selectCoveredDays = batchReads<BaselineRange, number>(
  async (db, baselines) => (await readDays(db, baselines)).map(({ days }) => Number(days)),
  { keyOf: ({ hostname, from, until }) => `${from} ${until} ${hostname}`, maxBatchSize: Infinity, weight: 0 },
);
