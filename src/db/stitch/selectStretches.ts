import type pg from 'pg';

import type { Action, LoginType } from '../../model/action.ts';
import type { HostStarted, PairEvent, PairItem } from '../../model/session/foldSessions.ts';
import { FIXED_LOGIN_IDS, FIXED_UIDS } from '../../model/session/isStitched.ts';
import type { StoredSession } from '../../model/session/session.ts';

import { canonicalTime } from '../tables.ts';

import { toStoredSession } from './sessionRows.ts';
import type { SessionRow } from './sessionRows.ts';
import type { TouchedPair } from './touchedPairs.ts';

/**
 * What must be stitched anew of a pair: from the session before its first new item to the next item after its last that begins
 * anew whatever came before (a login, a host start).
 */
export type Stretch = {
  readonly pair: TouchedPair;
  /** The session that the items are folded onto, null when there is none. */
  readonly resumed: StoredSession | null;
  /** The stored sessions of the stretch, from the resumed one on, oldest first. */
  readonly sessions: readonly StoredSession[];
  /** What happened within it, in order; the host start that ends it is the last. */
  readonly items: readonly PairItem[];
  /** The login that ends it, null when none does. */
  readonly nextLogin: StoredSession | null;
};

/** Reads the stretches of the touched pairs: three statements, whatever their number. */
export const selectStretches = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly Stretch[]> => {
  const sessions = await selectSessions(client, touched);
  const starts = await selectHostStarts(client, touched, sessions);
  const plans = touched.map((pair, index) => planStretch(pair, sessions[index] ?? [], starts(pair.hostname)));
  const events = await selectEvents(client, plans);
  return plans.map((plan, index) => {
    const { pair, resumed, nextLogin, restarts } = plan;
    const within = (events[index] ?? []).filter((event) => isWithin(event, plan));
    return {
      pair,
      resumed,
      sessions: plan.sessions,
      items: [...restarts, ...within].toSorted(inOrder),
      nextLogin,
    };
  });
};

type Position = { readonly time: string; readonly uuid: string };
type Plan = Omit<Stretch, 'items'> & {
  readonly low: string;
  readonly high: string | null;
  /** Host starts after low, up to high. */
  readonly restarts: readonly HostStarted[];
  /** Events at or before it are folded already, or of no session. */
  readonly after: Position | null;
  readonly first: Position | null;
};

const planStretch = (
  pair: TouchedPair,
  stored: readonly StoredSession[],
  hostStarts: readonly string[],
): Plan => {
  const login = stored.find(
    ({ startedAt, startReason }) => startReason === 'LOGIN' && startedAt > pair.lastAt,
  );
  const restartAt = hostStarts[indexAfter(hostStarts, pair.lastAt)] ?? null;
  // A host start comes before a login of its time.
  const nextLogin = login !== undefined && (restartAt === null || login.startedAt < restartAt) ? login : null;
  const high = nextLogin?.startedAt ?? restartAt;
  const within = stored.filter(
    (session) =>
      high === null || isBefore(startOf(session), { time: high, uuid: nextLogin?.startUuid ?? '' }),
  );
  const resumed = findResumable(pair, within);
  const low = resumed?.lastAt ?? lowest(pair, stored);
  const end = high === null ? hostStarts.length : indexAfter(hostStarts, high);
  const [earliest] = within;
  return {
    pair,
    resumed,
    sessions: resumed === null ? within : within.slice(within.indexOf(resumed)),
    nextLogin,
    low,
    high,
    restarts: hostStarts
      .slice(indexAfter(hostStarts, low), end)
      .map((time) => ({ kind: 'HOST_START', time })),
    after: resumed === null ? null : { time: resumed.lastAt, uuid: resumed.lastUuid },
    first: earliest !== undefined && earliest.startedAt < pair.firstAt ? startOf(earliest) : null,
  };
};

/** From where a pair must be looked at: the start of the session before its first new item, if there is one. */
const lowest = ({ firstAt }: TouchedPair, [earliest]: readonly StoredSession[]): string =>
  earliest !== undefined && earliest.startedAt < firstAt ? earliest.startedAt : firstAt;

/** Of the first time after the given one, in times that are in order. */
const indexAfter = (times: readonly string[], time: string): number => {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? '') > time) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The session that later events are folded onto, when all new items of the pair are later than its last. */
const findResumable = (
  { firstAt, firstUuid }: TouchedPair,
  sessions: readonly StoredSession[],
): StoredSession | null => {
  const candidate = sessions.findLast(({ startedAt }) => startedAt <= firstAt);
  if (candidate === undefined) return null;
  const isLater = isBefore(
    { time: candidate.lastAt, uuid: candidate.lastUuid },
    { time: firstAt, uuid: firstUuid },
  );
  return isLater ? candidate : null;
};

const isWithin = (event: PairEvent, { after, first, high, nextLogin }: Plan): boolean => {
  if (after !== null && !isBefore(after, event)) return false;
  if (first !== null && isBefore(event, first)) return false;
  return high === null || isBefore(event, { time: high, uuid: nextLogin?.startUuid ?? '' });
};

const startOf = ({ startedAt, startUuid }: StoredSession): Position => ({ time: startedAt, uuid: startUuid });

const isBefore = (a: Position, b: Position): boolean =>
  a.time < b.time || (a.time === b.time && a.uuid < b.uuid);

/** Host starts come before events of their time. */
const inOrder = (a: PairItem, b: PairItem): number => {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.kind === 'HOST_START') return b.kind === 'HOST_START' ? 0 : -1;
  return b.kind === 'HOST_START' || a.uuid > b.uuid ? 1 : -1;
};

/** Index: session_pair, three descents for a pair. The login that ends a stretch is the last of its sessions. */
const selectSessions = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly (readonly StoredSession[])[]> => {
  const { rows } = await client.query<SessionRow & { index: string }>({
    name: 'stitch_sessions',
    text: `select t.index::text as index, s.*
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
        with ordinality as t(hostname, login_id, first_at, last_at, index)
      cross join lateral (select * from session s where s.hostname = t.hostname and s.login_id = t.login_id
        and s.started_at >= coalesce((select max(b.started_at) from session b
          where b.hostname = t.hostname and b.login_id = t.login_id and b.started_at < t.first_at), t.first_at)
        and s.started_at <= coalesce((select min(n.started_at) from session n where n.hostname = t.hostname
          and n.login_id = t.login_id and n.started_at > t.last_at and n.start_reason = 'LOGIN'), 'infinity') offset 0) s
      order by s.started_at, s.start_id`,
    values: [
      ...pairColumns(touched),
      touched.map(({ firstAt }) => firstAt),
      touched.map(({ lastAt }) => lastAt),
    ],
  });
  return group(touched.length, rows, toStoredSession);
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
 * Index: session_event_login_id, one descent for a pair in each partition from its stretch on. The `offset 0` keeps it so: without it a
 * plan made before the statistics are compares every pair with all events of its months (394 events/s instead of 15,000).
 */
const selectEvents = async (
  client: pg.PoolClient,
  plans: readonly Plan[],
): Promise<readonly (readonly PairEvent[])[]> => {
  const { rows } = await client.query<EventRow>({
    name: 'stitch_events',
    text: `select t.index::text as index, e.time::text as time, e.id, e.action, e."user", e.user_domain, e.user_name, e.uid, e.login_type,
        host(e.src_ip) as src_ip
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) with ordinality as t(hostname, login_id, low, high, index)
      cross join lateral (select * from session_event e where e.login_id = t.login_id and e.hostname = t.hostname
        and e.time >= t.low and e.time <= coalesce(t.high, 'infinity') and ${STITCHED} offset 0) e`,
    values: [
      ...pairColumns(plans.map(({ pair }) => pair)),
      plans.map(({ low }) => low),
      plans.map(({ high }) => high),
    ],
  });
  return group(plans.length, rows, (row) => ({
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
  }));
};

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** isStitched in SQL. */
const STITCHED = `e.login_id is not null and e.linked_login_id is null and e.login_successful is not false
  and (e.login_id in (${quoted(FIXED_LOGIN_IDS)}) and e.uid in (${quoted(FIXED_UIDS)})) is not true`;

/**
 * Times of host starts by host, in order: those of all stretches, and the first one after the last stretch. Index: host_start_pkey,
 * two descents for a host.
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
      cross join lateral (select h.time from host_start h where h.hostname = t.hostname and h.time > t.low
        and h.time <= coalesce((select min(n.time) from host_start n where n.hostname = t.hostname and n.time > t.high), 'infinity')
        offset 0) h
      group by t.hostname`,
    values: [
      [...ranges.keys()],
      [...ranges.values()].map(({ low }) => low),
      [...ranges.values()].map(({ high }) => high),
    ],
  });
  const times = new Map(rows.map((row) => [row.hostname, row.times.map(canonicalTime)]));
  return (hostname) => times.get(hostname) ?? [];
};

const pairColumns = (pairs: readonly TouchedPair[]): readonly [string[], string[]] => [
  pairs.map(({ hostname }) => hostname),
  pairs.map(({ loginId }) => loginId),
];

/** Rows by the ordinal of their pair. */
const group = <Row extends { readonly index: string }, T>(
  length: number,
  rows: readonly Row[],
  read: (row: Row) => T,
): readonly (readonly T[])[] => {
  const groups: T[][] = Array.from({ length }, () => []);
  for (const row of rows) groups[Number(row.index) - 1]?.push(read(row));
  return groups;
};
