import { sql } from 'drizzle-orm';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { isItem, isTaken } from './membership.ts';
import { INTEGER, makeListRead, TEXT, TIME } from './namedStatement.ts';
import { canonicalTime } from './tables.ts';

/** A host and a time. */
export type Moment = { readonly hostname: string; readonly at: string };

/** What the facts of a host cover at a time. */
export type Coverage = Moment & {
  readonly status: 'BEFORE_FIRST_EVENT' | 'HOST_DOWN' | 'AFTER_LAST_EVENT' | 'GAP' | 'COVERED';
  /** The last fact of the range of activity that began last; it may be after the time. */
  readonly until: string | null;
  /** The first fact of the next range of activity. */
  readonly next: string | null;
};

/**
 * Whether an event `e` after a stop belongs to a session that a stop ended. Indexes: twin_pkey and session_pair, one descent each for each
 * lock, unlock and reconnect in the ten minutes after the stop.
 */
const IS_LATE = sql`(e.time <= b.time + interval '10 minutes' and ${isItem(sql`e`)} and not ${isTaken(sql`e`)}
  and exists (select from (select s.* from session s where s.login_id = e.login_id and s.hostname collate "POSIX" = e.hostname
      and s.started_at <= e.time and (s.started_at, s.start_id) <= (e.time, e.id) order by s.started_at desc, s.start_id desc limit 1) s
    where s.end_reason = 'HOST_STOP' and s.ended_at < e.time and (e.time, e.id) <= (s.last_at, s.last_id)))`;

type Row = {
  readonly index: string;
  readonly until_at: string | null;
  readonly next_at: string | null;
  readonly stopped_at: string | null;
};

const readCoverage = makeListRead<Moment, Row>({
  name: 'coverage',
  planning: 'ANY',
  as: 'k',
  columns: { hostname: [TEXT, ({ hostname }) => hostname], at: [TIME, ({ at }) => at] },
  select: (
    list,
  ) => sql`select k.index::text as index, r.until_at::text as until_at, n.from_at::text as next_at,
      (case when b.kind = 'HOST_STOP' then b.time end)::text as stopped_at
    from ${list}
    left join lateral (select a.until_at from host_activity a where a.hostname = k.hostname and a.from_at <= k.at
      order by a.from_at desc limit 1) r on true
    left join lateral (select a.from_at from host_activity a where a.hostname = k.hostname and a.from_at > k.at
      order by a.from_at limit 1) n on true
    left join lateral (select c.time, c.kind from context_event c where c.hostname = k.hostname and c.kind in ('HOST_START', 'HOST_STOP')
      and c.time <= k.at order by c.time desc, c.kind desc limit 1) b on true`,
});

/**
 * Finds what the facts of hosts cover. Indexes: host_activity_pkey and context_event_boundary, one or two descents each per host; if the last
 * of its starts and stops is a stop, also those of selectDown.
 */
export const selectCoverage = batchReads<Moment, Coverage>(
  async (db, moments) => {
    const rows = await readCoverage(db, moments);
    const found = new Map(rows.map((row) => [Number(row.index) - 1, row]));
    const stops = moments.flatMap((moment, index) => {
      const { stopped_at: stoppedAt = null } = found.get(index) ?? {};
      return stoppedAt === null ? [] : [{ ...moment, index, stoppedAt }];
    });
    const down = await selectDown(db, stops);
    return moments.map((moment, index) => toCoverage(moment, { ...found.get(index) }, down.has(index)));
  },
  { keyOf: ({ hostname, at }) => `${at} ${hostname}`, maxBatchSize: Infinity, weight: 0 },
);

const toCoverage = (moment: Moment, { until_at, next_at }: Partial<Row>, isDown: boolean): Coverage => {
  const until = toTime(until_at ?? null);
  const next = toTime(next_at ?? null);
  return { ...moment, status: statusOf(moment, { until, next, isDown }), until, next };
};

const statusOf = (
  { at }: Moment,
  { until, next, isDown }: Pick<Coverage, 'until' | 'next'> & { readonly isDown: boolean },
): Coverage['status'] => {
  if (until === null) return 'BEFORE_FIRST_EVENT';
  if (isDown) return 'HOST_DOWN';
  if (until >= at) return 'COVERED';
  return next === null ? 'AFTER_LAST_EVENT' : 'GAP';
};

type Stop = Moment & { readonly index: number; readonly stoppedAt: string };

const readDown = makeListRead<Stop, { readonly index: number }>({
  name: 'hosts_down',
  as: 'b',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    at: [TIME, ({ at }) => at],
    time: [TIME, ({ stoppedAt }) => stoppedAt],
    moment: [INTEGER, ({ index }) => index],
  },
  select: (list) => sql`select b.moment as index from ${list}
    where not exists (select from context_event c where c.hostname = b.hostname and c.time > b.time and c.time <= b.at and c.kind = 'HOST_SEEN')
      and not exists (select from session s where s.hostname = b.hostname and s.started_at > b.time and s.started_at <= b.at
        and s.end_id is distinct from s.start_id)
      and (select e.time from session_event e where e.hostname = b.hostname and e.time > b.time and e.time <= b.at
        and (e.action = 'LOGIN' or e.action <> 'LOGOUT' and not ${IS_LATE}) order by e.time limit 1) is null`,
});

/**
 * Finds which hosts are down, given their last stops: no later fact shows that they ran again. A session shows it also when retention has
 * dropped its events, unless a logout both opened and ended it. Indexes: session_pkey, session_event_pkey and context_event_pkey, from the
 * stop to the first fact that shows it.
 */
const selectDown = async (db: RequestDatabase, stops: readonly Stop[]): Promise<ReadonlySet<number>> =>
  stops.length === 0 ? new Set() : new Set((await readDown(db, stops)).map(({ index }) => index));

/** The times of the facts of a host before and after a time. */
export type FactsAround = {
  /** At or before the time. */
  readonly eventBefore: string | null;
  readonly eventAfter: string | null;
};

type AroundRow = { readonly index: string; readonly before: string | null; readonly after: string | null };

const SILENCE = sql`(${sql.placeholder('silence')}::bigint * interval '1 microsecond')`;

const readAround = makeListRead<Coverage, AroundRow>({
  name: 'facts_around',
  as: 'k',
  columns: { hostname: [TEXT, ({ hostname }) => hostname], at: [TIME, ({ at }) => at] },
  select: (list) => sql`select k.index::text as index, greatest(
      (select e.time from session_event e where e.hostname = k.hostname and e.time <= k.at and e.time >= k.at - ${SILENCE} order by e.time desc limit 1),
      (select c.time from context_event c where c.hostname = k.hostname and c.time <= k.at and c.time >= k.at - ${SILENCE} order by c.time desc limit 1)
    )::text as before, least(
      (select e.time from session_event e where e.hostname = k.hostname and e.time > k.at and e.time <= k.at + ${SILENCE} order by e.time limit 1),
      (select c.time from context_event c where c.hostname = k.hostname and c.time > k.at and c.time <= k.at + ${SILENCE} order by c.time limit 1)
    )::text as after
    from ${list}`,
});

/**
 * Finds the facts around times. A range of activity has no silence longer than SILENCE, so within one both are within that time. Indexes:
 * session_event_pkey and context_event_pkey, one descent each and partition of the time around.
 */
export const selectFactsAround = batchReads<Coverage, FactsAround>(async (db, coverages) => {
  const within = coverages.filter(({ at, until }) => until !== null && until > at);
  const found = new Map<Coverage, FactsAround>();
  if (within.length > 0) {
    const rows = await readAround(db, within, { silence: db.silenceUs });
    for (const { index, before, after } of rows) {
      const coverage = within[Number(index) - 1];
      if (coverage !== undefined)
        found.set(coverage, { eventBefore: toTime(before), eventAfter: toTime(after) });
    }
  }
  return coverages.map(
    (coverage) => found.get(coverage) ?? { eventBefore: coverage.until, eventAfter: coverage.next },
  );
}, BY_IDENTITY);

const toTime = (text: string | null): string | null => (text === null ? null : canonicalTime(text));
