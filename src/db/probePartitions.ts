import type { Database } from './client.ts';
import { selectPartitions } from './partitions.ts';
import type { Partition } from './partitions.ts';

const TIMEOUT_MS = 1000;

const PROBES = new WeakMap<Database, Promise<readonly Partition[] | null>>();

/**
 * Asks Postgres for the partitions now, which also tells whether it answers; null when it does not within a second. On the connection of
 * the keys, so that no request waits for it, and one at a time, so that impatient askers do not pile up.
 */
export const probePartitions = async (database: Database): Promise<readonly Partition[] | null> => {
  const probe = PROBES.get(database) ?? startProbe(database);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS);
  });
  try {
    return await Promise.race([probe, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

const startProbe = (database: Database): Promise<readonly Partition[] | null> => {
  const probe = selectPartitions(database.keyPool).then(
    (all) => all.filter(({ state }) => state === 'ATTACHED'),
    () => null,
  );
  PROBES.set(database, probe);
  void probe.then(() => PROBES.delete(database));
  return probe;
};
