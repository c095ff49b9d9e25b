import type pg from 'pg';
import { sql } from 'drizzle-orm';

import { eachInSlices, mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { reserveWork } from '../../model/reserveWork.ts';
import { sortInSlices } from '../../model/sortInSlices.ts';
import { earliest, latest } from '../../model/compare.ts';
import type { Action, LoginType } from '../../model/action.ts';
import type { PairEvent, PairItem } from '../../model/session/foldSessions.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { NewEvent } from '../../model/sessionEvent.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import { toStatement } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

import { inOrder, isKnown, isWithin, listRestarts, lowest, planPairRange } from './planPairRange.ts';
import type { PairRangePlan, PairRange } from './planPairRange.ts';
import { toStoredSession } from './sessionRows.ts';
import type { SessionRow } from './sessionRows.ts';
import type { TouchedPair } from './touchedPairs.ts';

/** Reads the ranges of the touched pairs one after another, with three statements regardless of their number. */
export async function* readPairRanges(
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): AsyncGenerator<PairRange, void> {
  const sessions = await selectSessions(client, touched);
  const starts = await selectHostStarts(client, touched, sessions);
  const plans = await mapInSlices(touched, (pair, index) =>
    planPairRange(pair, sessions[index] ?? [], starts(pair.hostname)),
  );
  const stored = await selectEvents(
    client,
    plans.filter((plan) => !isKnown(plan)),
  );
  let read = 0;
  for (const plan of plans) {
    const events = isKnown(plan) ? null : (stored[read++] ?? []);
    yield await makePairRange(plan, events);
  }
}

/** @param stored the stored events of the range; null if it contains only the new ones. */
const makePairRange = async (
  plan: PairRangePlan,
  stored: readonly PairEvent[] | null,
): Promise<PairRange> => {
  const { pair, resumed, sessions, nextLogin, restarts } = plan;
  const turn = reserveWork(Math.ceil((restarts.until - restarts.from) / RESTARTS_PER_UNIT));
  if (turn !== null) await turn;
  const items: PairItem[] = [...listRestarts(plan)];
  const add = (event: PairEvent): void => {
    if (isWithin(event, plan)) items.push(event);
  };
  if (stored === null) await eachInSlices(pair.events, (event) => add(toPairEvent(event)), weighLittle);
  else await eachInSlices(stored, add, weighLittle);
  return { pair, resumed, sessions, items: await sortInSlices(items, inOrder), nextLogin };
};

const RESTARTS_PER_UNIT = 500;

const toPairEvent = (event: NewEvent): PairEvent => ({
  kind: 'EVENT',
  time: event.time,
  uuid: event.uuid,
  action: event.action,
  user: event.user,
  userDomain: event.userDomain,
  userName: event.userName,
  uid: event.uid,
  loginType: 'loginType' in event ? event.loginType : null,
  srcIp: 'srcIp' in event ? event.srcIp : null,
});

/** Index: session_pair, three descents per pair. Unnamed like selectEvents. The login that ends a range is in its last session. */
const selectSessions = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly (readonly StoredSession[])[]> => {
  const { rows } = await client.query<SessionRow & { index: string }>({
    text: `select t.index::text as index, s.*
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
        with ordinality as t(hostname, login_id, first_at, last_at, index)
      cross join lateral (select * from session s where s.hostname collate "POSIX" = t.hostname and s.login_id = t.login_id
        and s.started_at >= coalesce((select max(b.started_at) from session b
          where b.hostname collate "POSIX" = t.hostname and b.login_id = t.login_id and b.started_at < t.first_at), t.first_at)
        and s.started_at <= coalesce((select min(n.started_at) from session n where n.hostname collate "POSIX" = t.hostname
          and n.login_id = t.login_id and n.started_at > t.last_at and n.start_reason = 'LOGIN'), 'infinity') offset 0) s
      order by s.started_at, s.start_id`,
    values: [
      ...pairColumns(touched),
      arrayParameter(touched.map(({ firstAt }) => firstAt)),
      arrayParameter(touched.map(({ lastAt }) => lastAt)),
    ],
  });
  return group(touched.length, rows, { read: toStoredSession, weigh: () => 0.5 });
};

type EventRow = {
  readonly index: string;
  readonly time: string;
  readonly id: string;
  readonly action: Action;
  readonly user: string | null;
  readonly user_domain: string | null;
  readonly user_name: string | null;
  readonly uid: string | null;
  readonly login_type: LoginType | null;
  readonly src_ip: string | null;
};

/**
 * Index: session_event_login_id, one descent per pair and partition from the start of its range. Unnamed, so that it is planned for the
 * partitions as they are now: a plan from when the partition of the month was empty read it by time, 90 times slower, until statistics were
 * collected. `offset 0` keeps the descents: without it, a plan without statistics compares every pair with all events of its months (394
 * events/s instead of 15,000).
 */
const selectEvents = async (
  client: pg.PoolClient,
  plans: readonly PairRangePlan[],
): Promise<readonly (readonly PairEvent[])[]> => {
  if (plans.length === 0) return [];
  const lows = plans.map(({ low }) => low);
  const highs = plans.map(({ high }) => high ?? 'infinity');
  const [hostnames, loginIds] = pairColumns(plans.map(({ pair }) => pair));
  const { rows } = await client.query<EventRow>(
    toStatement(sql`select t.index::text as index, e.time::text as time, e.id, e.action, e."user", e.user_domain, e.user_name, e.uid, e.login_type,
        host(e.src_ip) as src_ip
      from unnest(${hostnames}::text[], ${loginIds}::text[], ${arrayParameter(lows)}::timestamptz[], ${arrayParameter(highs)}::timestamptz[])
        with ordinality as t(hostname, login_id, low, high, index)
      cross join lateral (select * from session_event e where e.login_id = t.login_id and e.hostname collate "POSIX" = t.hostname
        and e.time >= t.low and e.time <= t.high and e.time >= ${earliest(lows)} and e.time <= ${latest(highs)} and ${STITCHED} offset 0) e`),
  );
  return group(plans.length, rows, { read: readPairEvent, weigh: weighLittle });
};

const readPairEvent = (row: EventRow): PairEvent => ({
  kind: 'EVENT',
  time: canonicalTime(row.time),
  uuid: row.id,
  action: row.action,
  user: row.user,
  userDomain: row.user_domain,
  userName: row.user_name,
  uid: row.uid,
  loginType: row.login_type,
  srcIp: row.src_ip,
});

/** isStitched in SQL. */
const STITCHED = sql`e.login_id is not null and e.linked_login_id is null and e.login_successful is not false
  and ${isNotFixedLogon(sql`e`)}`;

/**
 * Reads the times of host starts by host, in order: those in all ranges, and the first one after the last range. Index:
 * context_event_boundary, two descents per host.
 */
const selectHostStarts = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
  sessions: readonly (readonly StoredSession[])[],
): Promise<(hostname: string) => readonly string[]> => {
  const ranges = new Map<string, { low: string; high: string }>();
  touched.forEach((pair, index) => {
    const low = lowest(pair, sessions[index] ?? []);
    const range = ranges.get(pair.hostname);
    if (range === undefined) {
      ranges.set(pair.hostname, { low, high: pair.lastAt });
    } else {
      if (low < range.low) range.low = low;
      if (pair.lastAt > range.high) range.high = pair.lastAt;
    }
  });
  const { rows } = await client.query<{ hostname: string; times: readonly string[] }>({
    name: 'stitch_host_starts',
    text: `select t.hostname, array_agg(distinct h.time)::text[] as times
      from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as t(hostname, low, high)
      cross join lateral (select h.time from context_event h where h.hostname = t.hostname and h.kind = 'HOST_START' and h.time > t.low
        and h.time <= coalesce((select min(n.time) from context_event n where n.hostname = t.hostname and n.kind = 'HOST_START' and n.time > t.high), 'infinity')
        offset 0) h
      group by t.hostname`,
    values: [
      arrayParameter([...ranges.keys()]),
      arrayParameter([...ranges.values()].map(({ low }) => low)),
      arrayParameter([...ranges.values()].map(({ high }) => high)),
    ],
  });
  const times = new Map(rows.map((row) => [row.hostname, row.times.map(canonicalTime)]));
  return (hostname) => times.get(hostname) ?? [];
};

const pairColumns = (pairs: readonly TouchedPair[]): readonly [string, string] => [
  arrayParameter(pairs.map(({ hostname }) => hostname)),
  arrayParameter(pairs.map(({ loginId }) => loginId)),
];

type ReadRow<Row, T> = { readonly read: (row: Row) => T; readonly weigh: () => number };

/** Groups rows by the ordinal of their pair. */
const group = async <Row extends { readonly index: string }, T>(
  length: number,
  rows: readonly Row[],
  { read, weigh }: ReadRow<Row, T>,
): Promise<readonly (readonly T[])[]> => {
  const groups: T[][] = Array.from({ length }, () => []);
  await eachInSlices(rows, (row) => groups[Number(row.index) - 1]?.push(read(row)), weigh);
  return groups;
};
