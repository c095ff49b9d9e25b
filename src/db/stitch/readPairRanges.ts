import type pg from 'pg';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { comparePositions, earliest, latest } from '../../model/compare.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { reserveWork } from '../../model/reserveWork.ts';
import { sortInSlices } from '../../model/sortInSlices.ts';
import type { Action, LoginType } from '../../model/action.ts';
import type { PairEvent, PairItem } from '../../model/session/foldSessions.ts';
import { hasFixedLoginId } from '../../model/session/isStitched.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { NewEvent } from '../../model/sessionEvent.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { timesParameter } from '../binaryArrays.ts';
import { formFor, inBothForms } from '../citus/hostLists.ts';
import { isItem, isItemOrFixed } from '../membership.ts';
import { toStatement } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

import { groupByPair, pairColumns } from './groupByPair.ts';
import { listDroppedFacts } from './listDroppedFacts.ts';
import { hasOnlyNewEvents, isKnown, isWithin, listCuts, planPairRange } from './planPairRange.ts';
import type { PairRangePlan, PairRange } from './planPairRange.ts';
import { listHostRanges, selectCuts, selectDisconnects, selectTwins } from './readMarks.ts';
import { STORED_COLUMNS, toStoredSession } from './sessionRows.ts';
import type { SessionRow } from './sessionRows.ts';
import type { TouchedPair } from './touchedPairs.ts';

/**
 * Reads the ranges of the touched pairs one after another, with a fixed number of statements.
 *
 * @param keepsDropped whether a stored session stands for its facts that are gone, because retention dropped them. Otherwise they may have been erased.
 */
export async function* readPairRanges(
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
  keepsDropped: boolean,
): AsyncGenerator<PairRange, void> {
  const sessions = await selectSessions(client, touched);
  const twins = await selectTwins(client, touched, sessions);
  const cuts = await selectCuts(client, listHostRanges(touched, { sessions, twins }));
  const plans = await mapInSlices(touched, (pair, index) =>
    planPairRange(pair, {
      sessions: sessions[index] ?? [],
      twins: twins[index] ?? [],
      cuts: cuts(pair.hostname),
    }),
  );
  const events = await readPlans(plans, hasOnlyNewEvents, async (unknown) => selectEvents(client, unknown));
  const disconnects = await readPlans(plans, isKnown, async (unknown) => selectDisconnects(client, unknown));
  for (const plan of plans) {
    const read = events.get(plan);
    const own = read ?? (plan.pair.events ?? []).map(toPairEvent);
    const range = await makePairRange(plan, [...own, ...(disconnects.get(plan) ?? [])]);
    yield keepsDropped && read !== undefined ? await addDroppedFacts(plan, range) : range;
  }
}

/** Reads a list for each plan that needs it. */
const readPlans = async <Item>(
  plans: readonly PairRangePlan[],
  isKnownOf: (plan: PairRangePlan) => boolean,
  select: (unknown: readonly PairRangePlan[]) => Promise<readonly (readonly Item[])[]>,
): Promise<ReadonlyMap<PairRangePlan, readonly Item[]>> => {
  const unknown = plans.filter((plan) => !isKnownOf(plan));
  if (unknown.length === 0) return new Map();
  const lists = await select(unknown);
  return new Map(unknown.map((plan, index) => [plan, lists[index] ?? []]));
};

/** @param facts the events and Disconnects of the pair; those outside of the range are left out. */
const makePairRange = async (plan: PairRangePlan, facts: readonly PairItem[]): Promise<PairRange> => {
  const { pair, resumed, isDiverted, sessions, nextLogin, cuts, twins } = plan;
  const turn = reserveWork(Math.ceil((cuts.until - cuts.from) / CUTS_PER_UNIT));
  if (turn !== null) await turn;
  const items: PairItem[] = [...listCuts(plan), ...twins];
  const add = (fact: PairItem): void => {
    if (isWithin(fact, plan)) items.push(fact);
  };
  await eachInSlices(facts, add, weighLittle);
  const sorted = await sortInSlices(items, comparePositions);
  return { pair, resumed, isDiverted, sessions, items: sorted, nextLogin };
};

const CUTS_PER_UNIT = 500;

const addDroppedFacts = async (plan: PairRangePlan, range: PairRange): Promise<PairRange> => {
  const dropped = await listDroppedFacts(plan, range.items);
  if (dropped.length === 0) return range;
  return { ...range, items: await sortInSlices([...range.items, ...dropped], comparePositions) };
};

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

/**
 * Index: session_pair, two descents per pair, and two more if sessions may begin after its first new item. The login that ends a range is in
 * its last session: see isClean.
 */
const selectSessions = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly (readonly StoredSession[])[]> => {
  const { rows } = await client.query<SessionRow & { index: string }>({
    ...SELECT_SESSIONS(client),
    values: [
      ...pairColumns(touched),
      timesParameter(touched.map(({ firstAt }) => firstAt)),
      timesParameter(touched.map(({ lastAt }) => lastAt)),
      arrayParameter(touched.map(({ host, firstAt }) => host.lastEventAt < firstAt)),
    ],
  });
  return groupByPair(touched.length, rows, { read: toStoredSession, weigh: () => 0.5 });
};

const SELECT_SESSIONS = inBothForms(
  'stitch_sessions',
  ({ hosts, fence }) => sql`select t.index::text as index, ${STORED_COLUMNS}
    from ${hosts(
      sql`unnest(${null}::text[], ${null}::text[], ${null}::timestamptz[], ${null}::timestamptz[], ${null}::boolean[])
      with ordinality`,
      ['hostname', 'login_id', 'first_at', 'last_at', 'is_last', 'index'],
    )}
    cross join lateral (select * from session s where s.hostname collate "POSIX" = t.hostname and s.login_id = t.login_id
      and s.started_at >= coalesce((select max(b.started_at) from session b
        where b.hostname collate "POSIX" = t.hostname and b.login_id = t.login_id and b.started_at < t.first_at), t.first_at)
      and s.started_at <= case when t.is_last then 'infinity' else coalesce((select n.started_at from session n
        where n.hostname collate "POSIX" = t.hostname and n.login_id = t.login_id and n.started_at > t.last_at + interval '60 seconds'
          and n.start_reason = 'LOGIN' and not exists (select from session p
            where p.hostname collate "POSIX" = t.hostname and p.login_id = t.login_id
              and (p.started_at, p.start_id) < (n.started_at, n.start_id) and p.started_at >= n.started_at - interval '120 seconds')
        order by n.started_at limit 1), 'infinity') end${fence}) s
    order by s.started_at, s.start_id`,
);

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
  const lows = plans.map(({ low }) => low);
  const highs = plans.map(lastEventAtOf);
  const [hostnames, loginIds] = pairColumns(plans.map(({ pair }) => pair));
  const { hosts, fence } = formFor(client);
  const { rows } = await client.query<EventRow>(
    toStatement(sql`select t.index::text as index, e.time::text as time, e.id, e.action, e."user", e.user_domain, e.user_name, e.uid, e.login_type,
        host(e.src_ip) as src_ip
      from ${hosts(
        sql`unnest(${hostnames}::text[], ${loginIds}::text[], ${arrayParameter(lows)}::timestamptz[], ${arrayParameter(highs)}::timestamptz[])
        with ordinality`,
        ['hostname', 'login_id', 'low', 'high', 'index'],
      )}
      cross join lateral (select * from session_event e where e.login_id = t.login_id and e.hostname collate "POSIX" = t.hostname
        and e.time >= t.low and e.time <= t.high and e.time >= ${earliest(lows)} and e.time <= ${latest(highs)} and ${isItemOf(plans)}${fence}) e`),
  );
  return groupByPair(plans.length, rows, { read: readPairEvent, weigh: weighLittle });
};

/** The last time at which the range may have an event, so that later partitions are not planned or searched. */
const lastEventAtOf = ({ high, pair }: PairRangePlan): string => {
  const last = latest([pair.host.lastEventAt, pair.lastAt]);
  return high !== null && high < last ? high : last;
};

/** Most batches have no pair with a fixed login id. */
const isItemOf = (plans: readonly PairRangePlan[]): SQL =>
  plans.some(({ pair }) => hasFixedLoginId(pair)) ? isItem(sql`e`) : isItemOrFixed(sql`e`);

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
