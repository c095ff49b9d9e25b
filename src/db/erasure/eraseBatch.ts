import type pg from 'pg';

import type { Database } from '../client.ts';
import { lockHosts } from '../stitch/stitchSessions.ts';
import { withTransaction } from '../withTransaction.ts';

import { eventMatches, selectNameless, startMatches, valuesOf } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import { noteErased } from './unfinished.ts';

/** An erasure on one host. */
export type HostErasure = Erasure & { readonly hostname: string };

export type Erased = { readonly events: number; readonly hostStarts: number };

const BATCH = 2000;

/**
 * Erases at most 2,000 events and as many host starts of a host, in a transaction that also notes the host and the accounts as unfinished:
 * whoever is cut off after it finds there what to put right. Gives how many.
 */
export const eraseBatch = async (database: Database, erasure: HostErasure): Promise<Erased> =>
  withHostLocked(database, erasure.hostname, async (client) => {
    // Index: session_event_pkey, or session_event_user with an account.
    const keys = `select e.hostname, e.time, e.id from session_event e where ${eventMatches(erasure)}`;
    const events = await deleteEvents(client, keys, erasure);
    // Index: host_start_pkey.
    const { rowCount } = await client.query(
      `delete from host_start d using (
           select e.hostname, e.time, e.id from host_start e where ${startMatches(erasure)} limit ${BATCH}) x
         where d.hostname = x.hostname and d.time = x.time and d.id = x.id`,
      valuesOf(erasure),
    );
    const hostStarts = rowCount ?? 0;
    if (hostStarts > 0) await noteErased(client, erasure.hostname, []);
    return { events, hostStarts };
  });

/**
 * The same of the events of the account's sessions that name nobody. Before the others: those are what makes the sessions the account's.
 */
export const eraseNamelessBatch = async (database: Database, erasure: HostErasure): Promise<Erased> =>
  withHostLocked(database, erasure.hostname, async (client) => ({
    events: await deleteEvents(client, selectNameless(erasure), erasure),
    hostStarts: 0,
  }));

/** The host's row is locked before the host, as ingest does: the other way round the two would deadlock. */
const withHostLocked = async <T>(
  { writePool }: Database,
  hostname: string,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  withTransaction(writePool, async (client) => {
    await client.query('select from host where hostname = $1 for update', [hostname]);
    await lockHosts(client, [hostname]);
    // Two thousand keys are many enough for the planner to read all partitions and compare; a descent for each costs as much as they do.
    await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off');
    return work(client);
  });

/** The keys first: a limit is not for deletes. Index: session_event_pkey. */
const deleteEvents = async (client: pg.PoolClient, keys: string, erasure: HostErasure): Promise<number> => {
  const { rows } = await client.query<{ account: string | null; count: number }>(
    `with gone as (delete from session_event d using (select * from (${keys}) k limit ${BATCH}) x
       where d.hostname = x.hostname and d.time = x.time and d.id = x.id returning d.user_name, d.user_domain)
     select coalesce(user_domain, '') || '\\' || user_name as account, count(*)::integer as count from gone group by 1`,
    valuesOf(erasure),
  );
  if (rows.length > 0) {
    const accountKeys = rows.flatMap(({ account }) => (account === null ? [] : [account]));
    await noteErased(client, erasure.hostname, accountKeys);
  }
  return rows.reduce((sum, { count }) => sum + count, 0);
};
