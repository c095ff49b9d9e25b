import type pg from 'pg';

import type { Database } from './client.ts';
import { selectPartitions } from './partitions.ts';
import type { Partition } from './partitions.ts';

/** Held by the one server that maintains; nobody waits for it. */
export const MAINTENANCE_LOCK = 7_361_003;

/**
 * Drops the partitions that hold nothing younger than `expiry` (null keeps everything), and merges the months of years more than three
 * years ago. One server at a time; the others leave it to that one. What an earlier, cut off run left behind is finished.
 *
 * @returns the names of the partitions that were dropped.
 */
export const maintainPartitions = async (
  { writePool, partitions }: Database,
  expiry: string | null,
): Promise<readonly string[]> => {
  const client = await writePool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      MAINTENANCE_LOCK,
    ]);
    if (rows[0]?.locked !== true) return [];
    await client.query(`set lock_timeout = '5s'`);
    await finishDetaching(client, await selectPartitions(writePool));
    const known = await selectPartitions(writePool);
    const expired = known.filter(({ until }) => expiry !== null && until <= expiry);
    for (const partition of expired) await dropPartition(client, partition);
    await mergeOldYears(
      client,
      known.filter((partition) => !expired.includes(partition)),
    );
    return expired.map(({ name }) => name);
  } finally {
    partitions.forget();
    // Destroyed, so that the settings go with the connection; and unlocked before, since that takes Postgres a moment.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
};

/** Postgres refuses to detach a partition while another is half detached. */
const finishDetaching = async (client: pg.PoolClient, known: readonly Partition[]): Promise<void> => {
  for (const { name } of known.filter(({ state }) => state === 'DETACHING')) {
    await client.query(`alter table session_event detach partition ${name} finalize`);
  }
};

/** Concurrently, so that neither reads nor writes wait. */
const dropPartition = async (client: pg.PoolClient, { name, state }: Partition): Promise<void> => {
  if (state === 'ATTACHED') {
    await client.query(`alter table session_event detach partition ${name} concurrently`);
  }
  await client.query(`drop table ${name}`);
};

const mergeOldYears = async (client: pg.PoolClient, known: readonly Partition[]): Promise<void> => {
  await dropCopies(client);
  const oldestMonthly = new Date().getUTCFullYear() - 3;
  const months = known.filter(({ name, state }) => /m\d\d$/.test(name) && state === 'ATTACHED');
  for (const year of new Set(months.map(({ from }) => Number(from.slice(0, 4))))) {
    if (year >= oldestMonthly) continue;
    // Two transactions: writers wait during the second only, which finds little left to copy.
    await client.query('select copy_session_event_year($1)', [year]);
    await client.query('select merge_session_event_year($1)', [year]);
  }
};

/** Copies of a run that was cut off: retention would not find them. */
export const dropCopies = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class where relname ~ '^session_event_copy_y\\d{4}$' and relkind = 'r'
       and relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) await client.query(`drop table ${name}`);
};
