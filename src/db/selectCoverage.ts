import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads } from './batchReads.ts';
import { isItem, isTaken } from './membership.ts';
import { canonicalTime } from './tables.ts';

/** A host and a time. */
export type Moment = { readonly hostname: string; readonly at: string };

/** What the facts of a host cover at a time, and the times of the facts before and after it. */
export type Coverage = {
  readonly status: 'BEFORE_FIRST_EVENT' | 'HOST_DOWN' | 'AFTER_LAST_EVENT' | 'GAP' | 'COVERED';
  /** At or before the time. */
  readonly eventBefore: string | null;
  /** After the time. */
  readonly eventAfter: string | null;
};

/**
 * Whether an event `e` after a stop belongs to a session that a stop ended. Indexes: twin_pkey and session_pair, one descent each for each
 * lock, unlock and reconnect in the ten minutes after the stop.
 */
const IS_LATE = sql`(e.time <= b.time + interval '10 minutes' and ${isItem(sql`e`)} and not ${isTaken(sql`e`)}
  and exists (select from (select s.* from session s where s.login_id = e.login_id and s.hostname collate "POSIX" = e.hostname
      and s.started_at <= e.time and (s.started_at, s.start_id) <= (e.time, e.id) order by s.started_at desc, s.start_id desc limit 1) s
    where s.end_reason = 'HOST_STOP' and s.ended_at < e.time and (e.time, e.id) <= (s.last_at, s.last_id)))`;

/**
 * Whether the host is down: `b`, its last start or stop, is a stop, and no later fact shows that it ran again. Indexes: session_event_pkey and
 * context_event_pkey, from the stop to the first fact that shows it.
 */
const IS_DOWN = sql`(b.kind = 'HOST_STOP'
  and not exists (select from context_event c where c.hostname = k.hostname and c.time > b.time and c.time <= k.at and c.kind = 'HOST_SEEN')
  and (select e.time from session_event e where e.hostname = k.hostname and e.time > b.time and e.time <= k.at
    and (e.action = 'LOGIN' or e.action <> 'LOGOUT' and not ${IS_LATE}) order by e.time limit 1) is null)`;

/** The last fact at or before the time. Its range of facts has no silence longer than SILENCE, so there is one within that time. */
const factBefore = (silence: SQL): SQL => sql`greatest(
  (select e.time from session_event e where e.hostname = k.hostname and e.time <= k.at and e.time >= k.at - ${silence} order by e.time desc limit 1),
  (select c.time from context_event c where c.hostname = k.hostname and c.time <= k.at and c.time >= k.at - ${silence} order by c.time desc limit 1))`;

const factAfter = (silence: SQL): SQL => sql`least(
  (select e.time from session_event e where e.hostname = k.hostname and e.time > k.at and e.time <= k.at + ${silence} order by e.time limit 1),
  (select c.time from context_event c where c.hostname = k.hostname and c.time > k.at and c.time <= k.at + ${silence} order by c.time limit 1))`;

type Row = {
  readonly index: string;
  readonly status: Coverage['status'];
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Finds what the facts of hosts cover, in one statement. Indexes: host_activity_pkey and context_event_boundary, one descent each per
 * host; within a range of facts also session_event_pkey and context_event_pkey, one descent each and partition of the time around.
 */
export const selectCoverage = batchReads<Moment, Coverage>(
  async (db, moments) => {
    const column = (valueOf: (moment: Moment) => string) => sql.param(arrayParameter(moments.map(valueOf)));
    const silence = sql`(${db.silenceUs}::bigint * interval '1 microsecond')`;
    const rows = await db.rows<Row>(
      sql`select k.index::text as index,
          case when r.until_at is null then 'BEFORE_FIRST_EVENT' when ${IS_DOWN} then 'HOST_DOWN' when r.until_at >= k.at then 'COVERED'
            when n.from_at is null then 'AFTER_LAST_EVENT' else 'GAP' end as status,
          (case when r.until_at > k.at then ${factBefore(silence)} else r.until_at end)::text as before,
          (case when r.until_at > k.at then ${factAfter(silence)} else n.from_at end)::text as after
        from unnest(${column(({ hostname }) => hostname)}::text[], ${column(({ at }) => at)}::timestamptz[]) with ordinality as k(hostname, at, index)
        left join lateral (select a.until_at from host_activity a where a.hostname = k.hostname and a.from_at <= k.at
          order by a.from_at desc limit 1) r on true
        left join lateral (select a.from_at from host_activity a where a.hostname = k.hostname and a.from_at > k.at
          order by a.from_at limit 1) n on true
        left join lateral (select c.time, c.kind from context_event c where c.hostname = k.hostname and c.kind in ('HOST_START', 'HOST_STOP')
          and c.time <= k.at order by c.time desc, c.kind desc limit 1) b on true`,
      'coverage',
    );
    const found = new Map(rows.map((row) => [Number(row.index) - 1, row]));
    return moments.map((_, index) => toCoverage(found.get(index)));
  },
  { keyOf: ({ hostname, at }) => `${at} ${hostname}`, maxBatchSize: Infinity, weight: 0 },
);

const toCoverage = (row: Row | undefined): Coverage => ({
  status: row?.status ?? 'BEFORE_FIRST_EVENT',
  eventBefore: toTime(row?.before ?? null),
  eventAfter: toTime(row?.after ?? null),
});

const toTime = (text: string | null): string | null => (text === null ? null : canonicalTime(text));
