import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type pg from 'pg';

import type { Database } from '../client.ts';
import { literal, toStatement } from '../statement.ts';
import { lockHosts } from '../lockHosts.ts';
import { withTransaction } from '../withTransaction.ts';

import { matchesErasure, selectNameless, selectNamelessDisconnects } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import { noteErased } from './unfinished.ts';

/** An erasure on one host. */
export type HostErasure = Erasure & { readonly hostname: string };

export type Erased = { readonly events: number; readonly contextEvents: number };

const BATCH = 2000;
const LIMIT = literal(BATCH);

/**
 * Erases at most 2,000 events and as many context events of a host, in a transaction that also notes the host and the accounts as
 * unfinished, so that the next run can resume an interrupted one. Returns the numbers.
 */
export const eraseBatch = async (database: Database, erasure: HostErasure): Promise<Erased> => {
  // Indexes: session_event_pkey and context_event_pkey, or session_event_user and context_event_user with an account.
  const keysIn = (table: SQL): SQL =>
    sql`select e.hostname, e.time, e.id from ${table} e where ${matchesErasure(erasure)}`;
  return eraseKeys(database, erasure.hostname, {
    events: keysIn(EVENTS),
    contextEvents: keysIn(CONTEXT_EVENTS),
  });
};

/**
 * Erases events and disconnects that name no user but belong to a session of the account. Runs before eraseBatch, which erases the events
 * that assign the sessions to the account.
 */
export const eraseNamelessBatch = async (database: Database, erasure: HostErasure): Promise<Erased> =>
  eraseKeys(database, erasure.hostname, {
    events: selectNameless(erasure),
    contextEvents: selectNamelessDisconnects(erasure),
  });

const EVENTS = sql`session_event`;
const CONTEXT_EVENTS = sql`context_event`;

const eraseKeys = async (
  database: Database,
  hostname: string,
  { events, contextEvents }: Readonly<Record<keyof Erased, SQL>>,
): Promise<Erased> =>
  withHostLocked(database, hostname, async (client) => {
    const found = {
      events: await deleteRows(client, EVENTS, events),
      contextEvents: await deleteRows(client, CONTEXT_EVENTS, contextEvents),
    };
    const gone = [...found.events, ...found.contextEvents];
    const accountKeys = new Set(gone.flatMap(({ account }) => (account === null ? [] : [account])));
    if (gone.length > 0) await noteErased(client, hostname, [...accountKeys]);
    return { events: sumOf(found.events), contextEvents: sumOf(found.contextEvents) };
  });

/** Locks the host before its row, as ingest does: in the opposite order the two would deadlock. */
const withHostLocked = async <T>(
  { writePool }: Database,
  hostname: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  withTransaction(writePool, async (client) => {
    await lockHosts(client, [hostname]);
    await client.query('select from host where hostname = $1 for update', [hostname]);
    // With 2,000 keys the planner would hash all partitions; one index descent per key costs only as much as the keys.
    await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off');
    return work(client);
  });

/** The number of deleted rows that name an account; null for those that name none. */
type Gone = { readonly account: string | null; readonly count: number };

/** Selects the keys first, because DELETE has no LIMIT. Index: session_event_pkey or context_event_pkey. */
const deleteRows = async (client: pg.PoolClient, table: SQL, keys: SQL): Promise<readonly Gone[]> => {
  const { rows } = await client.query<Gone>(
    toStatement(sql`with gone as (delete from ${table} d using (select * from (${keys}) k limit ${LIMIT}) x
       where d.hostname = x.hostname and d.time = x.time and d.id = x.id returning d.user_name, d.user_domain)
     select coalesce(user_domain, '') || '\\' || user_name as account, count(*)::integer as count from gone group by 1`),
  );
  return rows;
};

const sumOf = (gone: readonly Gone[]): number => gone.reduce((sum, { count }) => sum + count, 0);
