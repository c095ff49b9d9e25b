import type { Database } from '../client.ts';
import { dropCopies } from '../maintainPartitions.ts';
import { selectPartitions } from '../partitions.ts';
import { selectUnfinishedRebuild } from '../sessionRules.ts';
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

/** A part of the sessions has other values of SILENCE or DOMAIN_ALIASES. An erasure would compute its sessions with the wrong ones. */
class UnfinishedRebuildError extends Error {
  constructor(values: string) {
    super(`a rebuild with ${values} has not ended; run the command rebuild until it ends, then try again.`);
    this.name = 'UnfinishedRebuildError';
  }
}

/**
 * Works while no partition is merged or dropped and no other process rebuilds or erases. Returns null if one does. Drops the copies of an
 * interrupted merge first: the merge would restore the events that are erased.
 *
 * @throws HalfDroppedError, UnfinishedRebuildError
 */
export const withErasureLock = async <T>(database: Database, work: () => Promise<T>): Promise<T | null> =>
  withMaintenanceLock(database, async (client) => {
    await dropCopies(client);
    const detached = (await selectPartitions(client)).filter(({ state }) => state !== 'ATTACHED');
    if (detached.length > 0) throw new HalfDroppedError(detached.map(({ name }) => name));
    const unfinished = await selectUnfinishedRebuild(client);
    if (unfinished !== null) throw new UnfinishedRebuildError(unfinished);
    return work();
  });
