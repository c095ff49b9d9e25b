import type pg from 'pg';

import type { Action, LoginType } from '../../model/action.ts';
import type { PairItem } from '../../model/session/foldSessions.ts';
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
export type Stretch = TouchedPair & {
  /** The session that the items are folded onto, null when there is none. */
  readonly resumed: StoredSession | null;
  /** The stored sessions of the stretch, from the resumed one on, oldest first. */
  readonly sessions: readonly StoredSession[];
  /** What happened within it, in order; the host start that ends it is the last. */
  readonly items: readonly PairItem[];
  /** The login that ends it, null when none does. */
  readonly nextLogin: StoredSession | null;
};

/** Reads the stretches of the touched pairs: four statements, whatever their number. */
export const selectStretches = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly Stretch[]> => {
  const bounds = await selectBounds(client, touched);
  const sessions = await selectSessions(client, bounds);
  const plans = bounds.map((bound, index) => planStretch(bound, sessions[index] ?? []));
  const events = await selectEvents(client, plans);
  const starts = await selectHostStarts(client, plans);
  return plans.map((plan, index) => ({
    ...plan,
    items: [
      ...(starts[index] ?? []),
      ...(events[index] ?? []).filter((event) => isWithin(event, plan)),
    ].toSorted(inOrder),
  }));
};

type Position = { readonly time: string; readonly uuid: string };
type Bound = TouchedPair & {
  readonly from: string;
  readonly nextLoginAt: string | null;
  readonly nextRestartAt: string | null;
};
type Plan = Omit<Stretch, 'items'> & {
  readonly low: string;
  readonly high: string | null;
  /** Events at or before it are folded already, or of no session. */
  readonly after: Position | null;
  readonly first: Position | null;
};

const planStretch = (bound: Bound, stored: readonly StoredSession[]): Plan => {
  const { nextLoginAt, nextRestartAt } = bound;
  // A host start comes before a login of its time.
  const isLoginNext = nextLoginAt !== null && (nextRestartAt === null || nextLoginAt < nextRestartAt);
  const nextLogin = isLoginNext
    ? (stored.find(({ startedAt, startReason }) => startedAt === nextLoginAt && startReason === 'LOGIN') ??
      null)
    : null;
  const high = isLoginNext ? nextLoginAt : nextRestartAt;
  const within = stored.filter(
    (session) =>
      high === null || isBefore(startOf(session), { time: high, uuid: nextLogin?.startUuid ?? '' }),
  );
  const resumed = findResumable(bound, within);
  const [earliest] = within;
  return {
    ...bound,
    resumed,
    sessions: resumed === null ? within : within.slice(within.indexOf(resumed)),
    nextLogin,
    low: resumed?.lastAt ?? bound.from,
    high,
    after: resumed === null ? null : { time: resumed.lastAt, uuid: resumed.lastUuid },
    first: earliest !== undefined && earliest.startedAt < bound.firstAt ? startOf(earliest) : null,
  };
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

const isWithin = (event: PairItem, { after, first, high, nextLogin }: Plan): boolean => {
  if (event.kind === 'HOST_START') return true;
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

/** Indexes: session_pair, host_start_pkey; one descent each for a pair. */
const selectBounds = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
): Promise<readonly Bound[]> => {
  const { rows } = await client.query<{
    from: string;
    next_login_at: string | null;
    next_restart_at: string | null;
  }>({
    name: 'stitch_bounds',
    text: `select coalesce((select max(s.started_at) from session s
          where s.hostname = t.hostname and s.login_id = t.login_id and s.started_at < t.first_at), t.first_at)::text as from,
        (select min(s.started_at) from session s where s.hostname = t.hostname and s.login_id = t.login_id
          and s.started_at > t.last_at and s.start_reason = 'LOGIN')::text as next_login_at,
        (select min(h.time) from host_start h where h.hostname = t.hostname and h.time > t.last_at)::text as next_restart_at
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
        with ordinality as t(hostname, login_id, first_at, last_at, index)
      order by t.index`,
    values: [
      ...pairColumns(touched),
      touched.map(({ firstAt }) => firstAt),
      touched.map(({ lastAt }) => lastAt),
    ],
  });
  return touched.map((pair, index) => {
    const row = rows[index];
    if (row === undefined) throw new Error('The bounds of a touched pair are missing.');
    return {
      ...pair,
      from: canonicalTime(row.from),
      nextLoginAt: timeOrNull(row.next_login_at),
      nextRestartAt: timeOrNull(row.next_restart_at),
    };
  });
};

const timeOrNull = (time: string | null): string | null => (time === null ? null : canonicalTime(time));

const laterBound = ({ nextLoginAt, nextRestartAt }: Bound): string | null => {
  if (nextLoginAt === null || nextRestartAt === null) return nextLoginAt ?? nextRestartAt;
  return nextLoginAt < nextRestartAt ? nextLoginAt : nextRestartAt;
};

/** Index: session_pair. The login that ends a stretch is among them. */
const selectSessions = async (
  client: pg.PoolClient,
  bounds: readonly Bound[],
): Promise<readonly (readonly StoredSession[])[]> => {
  const { rows } = await client.query<SessionRow & { index: string }>({
    name: 'stitch_sessions',
    text: `select t.index::text as index, s.*
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) with ordinality as t(hostname, login_id, low, high, index)
      cross join lateral (select * from session s where s.hostname = t.hostname and s.login_id = t.login_id
        and s.started_at >= t.low and (t.high is null or s.started_at <= t.high) offset 0) s
      order by s.started_at, s.start_id`,
    values: [...pairColumns(bounds), bounds.map(({ from }) => from), bounds.map(laterBound)],
  });
  return group(bounds.length, rows, toStoredSession);
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
): Promise<readonly (readonly PairItem[])[]> => {
  const { rows } = await client.query<EventRow>({
    name: 'stitch_events',
    text: `select t.index::text as index, e.time::text as time, e.id, e.action, e."user", e.user_domain, e.user_name, e.uid, e.login_type,
        host(e.src_ip) as src_ip
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) with ordinality as t(hostname, login_id, low, high, index)
      cross join lateral (select * from session_event e where e.login_id = t.login_id and e.hostname = t.hostname
        and e.time >= t.low and (t.high is null or e.time <= t.high) and ${STITCHED} offset 0) e`,
    values: [...pairColumns(plans), plans.map(({ low }) => low), plans.map(({ high }) => high)],
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

/** Index: host_start_pkey. The start that ends the stretch is among them. */
const selectHostStarts = async (
  client: pg.PoolClient,
  plans: readonly Plan[],
): Promise<readonly (readonly PairItem[])[]> => {
  const { rows } = await client.query<{ index: string; time: string }>({
    name: 'stitch_host_starts',
    text: `select t.index::text as index, h.time::text as time
      from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) with ordinality as t(hostname, low, high, index)
      cross join lateral (select h.time from host_start h where h.hostname = t.hostname and h.time > t.low
        and (t.high is null or h.time <= t.high) offset 0) h`,
    values: [
      plans.map(({ hostname }) => hostname),
      plans.map(({ low }) => low),
      plans.map(({ high }) => high),
    ],
  });
  return group(plans.length, rows, ({ time }) => ({ kind: 'HOST_START', time: canonicalTime(time) }));
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
