import type pg from 'pg';

import type { Account } from '../model/account.ts';

import type { Database } from './client.ts';
import { lockHosts } from './stitch/stitchSessions.ts';
import { withTransaction } from './withTransaction.ts';

/** Which events and host starts are erased; an absent bound is null. Host starts are of no account, and stay when one is named. */
export type Erasure = {
  readonly hostname: string | null;
  readonly account: Account | null;
  /** Half-open. */
  readonly from: string | null;
  readonly until: string | null;
  /** What their sourceId starts with. */
  readonly source: string | null;
};

/** What is, or would be, erased on a host. */
export type HostCount = {
  readonly hostname: string;
  readonly events: number;
  readonly hostStarts: number;
};

const BATCH = 2000;

/**
 * Counts by host. Indexes: session_event_pkey and host_start_pkey with a host, session_event_user with an account; by time or source
 * alone session_event_time and host_start_time.
 */
export const countErasable = async (
  { writePool }: Database,
  erasure: Erasure,
): Promise<readonly HostCount[]> => {
  const { rows } = await writePool.query<HostCount>(
    `select hostname, sum(events)::integer as events, sum(starts)::integer as "hostStarts" from (
       select e.hostname, count(*) as events, 0 as starts from session_event e where ${eventMatches(erasure)} group by 1
       union all
       select e.hostname, 0, count(*) from host_start e where ${startMatches(erasure)} group by 1) counted
     group by 1 order by 1`,
    valuesOf(erasure),
  );
  return rows;
};

/**
 * Erases at most 2,000 events and as many host starts of a host, in a transaction that also notes the host and the accounts as unfinished:
 * whoever is cut off after it finds there what to put right. Gives how many.
 *
 * The host's row is locked before the host, as ingest does: the other way round the two would deadlock.
 */
export const eraseBatch = async ({ writePool }: Database, erasure: Erasure): Promise<Erased> =>
  withTransaction(writePool, async (client) => {
    const { hostname } = erasure;
    await client.query('select from host where hostname = $1 for update', [hostname]);
    await lockHosts(client, [hostname ?? '']);
    // The keys first: a limit is not for deletes. Index: session_event_pkey, or session_event_user with an account.
    const { rows: accounts } = await client.query<{ name: string; count: number }>(
      `with gone as (delete from session_event d using (
           select e.hostname, e.time, e.id from session_event e where ${eventMatches(erasure)} limit ${BATCH}) x
         where d.hostname = x.hostname and d.time = x.time and d.id = x.id returning d.user_name, d.user_domain)
       select coalesce(user_domain, '') || '\\' || user_name as name, count(*)::integer as count from gone group by 1`,
      valuesOf(erasure),
    );
    // Index: host_start_pkey.
    const { rowCount } = await client.query(
      `delete from host_start d using (
           select e.hostname, e.time, e.id from host_start e where ${startMatches(erasure)} limit ${BATCH}) x
         where d.hostname = x.hostname and d.time = x.time and d.id = x.id`,
      valuesOf(erasure),
    );
    const events = accounts.reduce((sum, { count }) => sum + count, 0);
    const hostStarts = rowCount ?? 0;
    if (events + hostStarts > 0) {
      const named = accounts.flatMap(({ name }) => (name === null ? [] : [`${ACCOUNT}${name}`]));
      await note(client, [`${HOST}${hostname}`, ...named]);
    }
    return { events, hostStarts };
  });

export type Erased = Omit<HostCount, 'hostname'>;

/** Prefixes of the settings that note what an erasure has touched and not put right yet. */
const HOST = 'ERASED_ON ';
const ACCOUNT = 'ERASED_OF ';

const note = async (client: pg.ClientBase, names: readonly string[]): Promise<void> => {
  await client.query(
    `insert into database_setting (name, value) select name, '' from unnest($1::text[]) as name order by 1 on conflict do nothing`,
    [names],
  );
};

/** What an erasure has touched and not put right, also one that was cut off. Index: database_setting_pkey, or all of its few rows. */
export const selectUnfinished = async ({ writePool }: Database): Promise<Unfinished> => {
  const { rows } = await writePool.query<{ name: string }>(
    `select name from database_setting where starts_with(name, 'ERASED_') order by name`,
  );
  const after = (prefix: string): readonly string[] =>
    rows.flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return { hostnames: after(HOST), accountKeys: after(ACCOUNT) };
};

export type Unfinished = { readonly hostnames: readonly string[]; readonly accountKeys: readonly string[] };

/**
 * Puts a host's row right, and takes it away when nothing is stored of the host. What retention dropped is not counted again: a time before
 * `keptFrom` stays. Indexes: host_pkey, session_event_pkey from both its ends, host_start_pkey.
 */
export const finishHost = async (
  { writePool }: Database,
  hostname: string,
  keptFrom: string,
): Promise<void> => {
  await withTransaction(writePool, async (client) => {
    await client.query('select from host where hostname = $1 for update', [hostname]);
    await client.query(
      `update host h set
         first_seen_at = case when h.first_seen_at < $2 then h.first_seen_at else (select min(time) from session_event where hostname = $1) end,
         last_seen_at = case when h.last_seen_at < $2 then h.last_seen_at
           else coalesce((select max(time) from session_event where hostname = $1), case when h.first_seen_at < $2 then h.first_seen_at end) end
       where h.hostname = $1`,
      [hostname, keptFrom],
    );
    await client.query(
      `delete from host h where hostname = $1 and first_seen_at is null
         and not exists (select from host_start where hostname = $1)`,
      [hostname],
    );
    await client.query('delete from database_setting where name = $1', [`${HOST}${hostname}`]);
  });
};

/**
 * Takes those accounts away that no event names any more. The lock lets no ingest be between its event and its account: it would find the
 * account there, and the account would go. Index: session_event_user.
 */
export const finishAccounts = async (
  { writePool }: Database,
  accountKeys: readonly string[],
): Promise<number> =>
  withTransaction(writePool, async (client) => {
    await client.query('lock table account in share row exclusive mode');
    const { rowCount } = await client.query(
      `delete from account a using unnest($1::text[]) as key
       where a.user_domain = split_part(key, '\\', 1) and a.user_name = substr(key, strpos(key, '\\') + 1)
         and not exists (select from session_event e where e.user_name = a.user_name and coalesce(e.user_domain, '') = a.user_domain)`,
      [accountKeys],
    );
    await client.query('delete from database_setting where name = any($1)', [
      accountKeys.map((key) => `${ACCOUNT}${key}`),
    ]);
    return rowCount ?? 0;
  });

/**
 * Takes away what is left of an account in sessions whose first event retention has dropped: they cannot be stitched anew. Indexes:
 * session_user, session_event_pkey.
 */
export const deleteSessionsOf = async ({ writePool }: Database, account: Account): Promise<number> => {
  const { rowCount } = await writePool.query(
    `delete from session s where s.user_name = $1 and coalesce(s.user_domain, '') = $2 and not exists (
       select from session_event e where e.hostname = s.hostname and e.time = s.started_at and e.id = s.start_id)`,
    [account.userName, account.userDomain ?? ''],
  );
  return rowCount ?? 0;
};

/** Looks for an account in every table that could name it. Indexes: session_event_user, session_user, account_pkey. */
export const countTraces = async ({ writePool }: Database, account: Account): Promise<Traces> => {
  const { rows } = await writePool.query<Traces>(
    `select (select count(*)::integer from session_event where user_name = $1 and coalesce(user_domain, '') = $2) as events,
       (select count(*)::integer from session where user_name = $1 and coalesce(user_domain, '') = $2) as sessions,
       (select count(*)::integer from account where user_name = $1 and user_domain = $2) as accounts`,
    [account.userName, account.userDomain ?? ''],
  );
  const [traces] = rows;
  if (traces === undefined) throw new Error('Postgres counted nothing.');
  return traces;
};

export type Traces = { readonly events: number; readonly sessions: number; readonly accounts: number };

/** The conditions that are given, so that the planner sees no others; all five parameters are always there. */
const startMatches = (erasure: Erasure): string => {
  const { hostname, account, from, until, source } = erasure;
  return [
    '($1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::text) is not null or true',
    ...(hostname === null ? [] : ['e.hostname = $1']),
    ...(account === null ? [] : ['false']),
    ...(from === null ? [] : ['e.time >= $4']),
    ...(until === null ? [] : ['e.time < $5']),
    ...(source === null ? [] : ['starts_with(e.source_id, $6)']),
  ]
    .map((condition) => `(${condition})`)
    .join(' and ');
};

const eventMatches = (erasure: Erasure): string =>
  startMatches({ ...erasure, account: null }) +
  (erasure.account === null ? '' : ` and e.user_name = $2 and coalesce(e.user_domain, '') = $3`);

const valuesOf = ({ hostname, account, from, until, source }: Erasure): (string | null)[] => [
  hostname,
  account?.userName ?? null,
  account?.userDomain ?? '',
  from,
  until,
  source,
];
