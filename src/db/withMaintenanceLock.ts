import type { Database } from './client.ts';
import { dropCopies, MAINTENANCE_LOCK } from './maintainPartitions.ts';
import { selectPartitions } from './partitions.ts';

/** Retention was cut off between detaching a partition and dropping it: what it holds is out of reach, and may come back. */
class HalfDroppedError extends Error {
  constructor(names: readonly string[]) {
    super(
      `retention has not finished dropping ${names.join(', ')}; start a server with its RETENTION_DAYS, then try again.`,
    );
    this.name = 'HalfDroppedError';
  }
}

/**
 * Works while no partition is merged or dropped and no other process rebuilds or erases: gives null when one does. A merge that copied an
 * event before it was erased would bring it back, so copies that a cut off one left are dropped first.
 *
 * @throws HalfDroppedError
 */
export const withMaintenanceLock = async <T>(
  { writePool }: Database,
  work: () => Promise<T>,
): Promise<T | null> => {
  const client = await writePool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      MAINTENANCE_LOCK,
    ]);
    if (rows[0]?.locked !== true) return null;
    await dropCopies(client);
    const cutOff = (await selectPartitions(writePool)).filter(({ state }) => state !== 'ATTACHED');
    if (cutOff.length > 0) throw new HalfDroppedError(cutOff.map(({ name }) => name));
    return await work();
  } finally {
    // Destroyed, so that the lock goes with the connection; and unlocked before, since that takes Postgres a moment.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
};
