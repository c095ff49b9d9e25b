import type pg from 'pg';

import type { Database } from './client.ts';
import { selectPartitions } from './partitions.ts';
import type { Partition } from './partitions.ts';

/** How long an advisory lock is waited for by others is bounded by the work of one partition. */
const MAINTENANCE_LOCK = 7_361_003;

/**
 * Drops the partitions that hold nothing younger than `earliest`, and merges the months of years more than three years ago. One
 * server at a time; the others leave it to that one.
 *
 * @returns the names of the partitions that were dropped.
 */
export const maintainPartitions = async (
  { writePool, partitions }: Database,
  earliest: string,
): Promise<readonly string[]> => {
  const client = await writePool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      MAINTENANCE_LOCK,
    ]);
    if (rows[0]?.locked !== true) return [];
    await client.query(`set lock_timeout = '5s'`);
    const known = await selectPartitions(writePool);
    const expired = known.filter(({ until }) => until <= earliest);
    for (const partition of expired) await dropPartition(client, partition);
    const oldestMonthly = new Date().getUTCFullYear() - 3;
    const monthly = known.filter(({ name }) => /m\d\d$/.test(name));
    for (const year of new Set(monthly.map(({ from }) => Number(from.slice(0, 4))))) {
      if (year < oldestMonthly) await client.query('select merge_session_event_year($1)', [year]);
    }
    partitions.forget();
    return expired.map(({ name }) => name);
  } finally {
    // Destroyed, so that lock and settings go with the connection.
    client.release(true);
  }
};

/** Concurrently, so that neither readers nor writers wait; what an earlier, cut off run left behind is finished. */
const dropPartition = async (client: pg.PoolClient, { name, state }: Partition): Promise<void> => {
  if (state === 'ATTACHED')
    await client.query(`alter table session_event detach partition ${name} concurrently`);
  if (state === 'DETACHING')
    await client.query(`alter table session_event detach partition ${name} finalize`);
  await client.query(`drop table ${name}`);
};
