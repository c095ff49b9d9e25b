import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type pg from 'pg';

import type { Database } from '../client.ts';
import { literal, toStatement } from '../statement.ts';
import { lockHosts } from '../stitch/stitchSessions.ts';
import { withTransaction } from '../withTransaction.ts';

import { eventMatches, selectNameless, startMatches } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import { noteErased } from './unfinished.ts';

/** An erasure on one host. */
export type HostErasure = Erasure & { readonly hostname: string };

export type Erased = { readonly events: number; readonly hostStarts: number };

const BATCH = 2000;
const LIMIT = literal(BATCH);

/**
 * Erases at most 2,000 events and as many host starts of a host, in a transaction that also notes the host and the accounts as unfinished,
 * so that the next run can resume an interrupted one. Returns the numbers.
 */
export const eraseBatch = async (database: Database, erasure: HostErasure): Promise<Erased> =>
  withHostLocked(database, erasure.hostname, async (client) => {
    // Index: session_event_pkey, or session_event_user with an account.
    const keys = sql`select e.hostname, e.time, e.id from session_event e where ${eventMatches(erasure)}`;
    const events = await deleteEvents(client, keys, erasure.hostname);
    // Index: host_start_pkey.
    const { rowCount } = await client.query(
      toStatement(sql`delete from host_start d using (
           select e.hostname, e.time, e.id from host_start e where ${startMatches(erasure)} limit ${LIMIT}) x
         where d.hostname = x.hostname and d.time = x.time and d.id = x.id`),
    );
    const hostStarts = rowCount ?? 0;
    if (hostStarts > 0) await noteErased(client, erasure.hostname, []);
    return { events, hostStarts };
  });

/**
 * Erases events that name no user but belong to a session of the account. Runs before eraseBatch, which erases the events that assign the
 * sessions to the account.
 */
export const eraseNamelessBatch = async (database: Database, erasure: HostErasure): Promise<Erased> =>
  withHostLocked(database, erasure.hostname, async (client) => ({
    events: await deleteEvents(client, selectNameless(erasure), erasure.hostname),
    hostStarts: 0,
  }));

/** Locks the row of the host before the host, as ingest does: in the opposite order the two would deadlock. */
const withHostLocked = async <T>(
  { writePool }: Database,
  hostname: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  withTransaction(writePool, async (client) => {
    await client.query('select from host where hostname = $1 for update', [hostname]);
    await lockHosts(client, [hostname]);
    // With 2,000 keys the planner would hash all partitions; one index descent per key costs only as much as the keys.
    await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off');
    return work(client);
  });

/** Selects the keys first, because DELETE has no LIMIT. Index: session_event_pkey. */
const deleteEvents = async (client: pg.PoolClient, keys: SQL, hostname: string): Promise<number> => {
  const { rows } = await client.query<{ account: string | null; count: number }>(
    toStatement(sql`with gone as (delete from session_event d using (select * from (${keys}) k limit ${LIMIT}) x
       where d.hostname = x.hostname and d.time = x.time and d.id = x.id returning d.user_name, d.user_domain)
     select coalesce(user_domain, '') || '\\' || user_name as account, count(*)::integer as count from gone group by 1`),
  );
  if (rows.length > 0) {
    const accountKeys = rows.flatMap(({ account }) => (account === null ? [] : [account]));
    await noteErased(client, hostname, accountKeys);
  }
  return rows.reduce((sum, { count }) => sum + count, 0);
};
