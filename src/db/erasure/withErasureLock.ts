import type { Database } from '../client.ts';
import { dropCopies } from '../maintainPartitions.ts';
import { selectPartitions } from '../partitions.ts';
import { withMaintenanceLock } from '../withMaintenanceLock.ts';

/** Retention was interrupted between detaching a partition and dropping it: its events cannot be erased and may become visible again. */
class HalfDroppedError extends Error {
  constructor(names: readonly string[]) {
    super(
      `retention has not finished dropping ${names.join(', ')}; start a server with its RETENTION_DAYS, then try again.`,
    );
    this.name = 'HalfDroppedError';
  }
}

/**
 * Works while no partition is merged or dropped and no other process rebuilds or erases. Returns null if one does. Drops the copies of an
 * interrupted merge first: the merge would restore the events that are erased.
 *
 * @throws HalfDroppedError
 */
export const withErasureLock = async <T>(database: Database, work: () => Promise<T>): Promise<T | null> =>
  withMaintenanceLock(database, async (client) => {
    await dropCopies(client);
    const detached = (await selectPartitions(client)).filter(({ state }) => state !== 'ATTACHED');
    if (detached.length > 0) throw new HalfDroppedError(detached.map(({ name }) => name));
    return work();
  });
