import { setTimeout } from 'node:timers/promises';

import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { isCitus } from './citus/isCitus.ts';
import type { Database } from './client.ts';
import { selectPartitions } from './partitions.ts';
import type { Partition } from './partitions.ts';
import { nameOf, toStatement } from './statement.ts';
import { withMaintenanceLock } from './withMaintenanceLock.ts';

/**
 * Drops the partitions whose events are all older than `expiry` (null keeps everything), and merges the months of years more than three
 * years ago. Only one server at a time does so; the others skip it. Resumes an interrupted run.
 *
 * @returns the names of the dropped partitions.
 */
export const maintainPartitions = async (
  database: Database,
  expiry: string | null,
): Promise<readonly string[]> => {
  const dropped = await withMaintenanceLock(database, async (client) => {
    await client.query(`set lock_timeout = '5s'`);
    await finishDetaching(client, await selectPartitions(client));
    const known = await selectPartitions(client);
    const expired = known.filter(({ until }) => expiry !== null && until <= expiry);
    for (const partition of expired) await dropPartition(client, partition);
    await mergeOldYears(
      client,
      known.filter((partition) => !expired.includes(partition)),
    );
    return expired.map(({ name }) => name);
  }).finally(database.partitions.forget);
  return dropped ?? [];
};

/** Postgres refuses to detach a partition while another is half detached. */
const finishDetaching = async (client: pg.PoolClient, known: readonly Partition[]): Promise<void> => {
  for (const { name } of known.filter(({ state }) => state === 'DETACHING')) {
    await client.query(toStatement(sql`alter table session_event detach partition ${nameOf(name)} finalize`));
  }
};

/** Detaches concurrently, so that neither reads nor writes wait. Citus refuses that; there, a busy server waits for a moment. */
const dropPartition = async (client: pg.PoolClient, { name, state }: Partition): Promise<void> => {
  if (state === 'ATTACHED') {
    const how = isCitus(client) ? sql`` : sql` concurrently`;
    await client.query(toStatement(sql`alter table session_event detach partition ${nameOf(name)}${how}`));
  }
  await client.query(toStatement(sql`drop table ${nameOf(name)}`));
};

const mergeOldYears = async (client: pg.PoolClient, known: readonly Partition[]): Promise<void> => {
  await dropCopies(client);
  const oldestMonthly = new Date().getUTCFullYear() - 3;
  const months = known.filter(({ name, state }) => /m\d\d$/.test(name) && state === 'ATTACHED');
  for (const year of new Set(months.map(({ from }) => Number(from.slice(0, 4))))) {
    if (year >= oldestMonthly) continue;
    // In two transactions: writers wait only during the second, which has little left to copy.
    await client.query('select copy_session_event_year($1)', [year]);
    await mergeYear(client, year);
  }
};

/** Tries again when it does not get the lock on the table in time, so that a busy server does not put the merge off for an hour. */
const mergeYear = async (client: pg.PoolClient, year: number): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('select merge_session_event_year($1)', [year]);
      return;
    } catch (error) {
      if (attempt === MERGE_ATTEMPTS || !isLockTimeout(error)) throw error;
    }
    await setTimeout(attempt * MERGE_PAUSE_MS);
  }
};

const MERGE_ATTEMPTS = 10;
/** Writers that waited for the merge go on in the meantime. */
const MERGE_PAUSE_MS = 200;

const isLockTimeout = (error: unknown): boolean => (error as { readonly code?: unknown }).code === '55P03';

/** Drops the copies of an interrupted merge: retention does not find them. */
export const dropCopies = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relname ~ '^session_event_copy_y\\d{4}$' and relkind = 'r'
       and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) await client.query(toStatement(sql`drop table ${nameOf(name)}`));
};
