import type pg from 'pg';

import type { Database } from './client.ts';

const MAINTENANCE_LOCK = 7_361_003;

/**
 * Works while no other process maintains, rebuilds or erases. Returns null, without waiting, if one does. The connection is destroyed
 * afterwards, together with the settings that the work made on it.
 */
export const withMaintenanceLock = async <T>(
  { writePool }: Database,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T | null> => {
  const client = await writePool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      MAINTENANCE_LOCK,
    ]);
    return rows[0]?.locked === true ? await work(client) : null;
  } finally {
    // Unlocked explicitly, because Postgres takes a moment to notice that the connection is gone.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
};
