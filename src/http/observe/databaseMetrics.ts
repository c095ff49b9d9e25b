import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

import { canRead } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/client.ts';
import { probePartitions } from '../../db/partitions.ts';

/** Adds the state of the connection pools, read from memory at the scrape. */
export const addPools = (registry: Registry, { readPool, writePool, keyPool, replica }: Database): void => {
  const pools = Object.entries({
    read: readPool,
    write: writePool,
    keys: keyPool,
    ...(replica !== null && { read_primary: replica.primaryPool }),
  });
  const connections = new Gauge({
    name: 'sessionscope_pool_connections',
    help: 'Connections to Postgres by pool: busy and idle.',
    labelNames: ['pool', 'state'],
    registers: [],
    collect() {
      for (const [pool, { totalCount, idleCount }] of pools) {
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
      }
    },
  });
  const waiting = new Gauge({
    name: 'sessionscope_pool_waiting',
    help: 'Statements waiting for a connection, by pool.',
    labelNames: ['pool'],
    registers: [],
    collect() {
      for (const [pool, { countWaiting }] of pools) this.set({ pool }, countWaiting());
    },
  });
  registry.registerMetric(connections);
  registry.registerMetric(waiting);
};

/** Adds metrics that are queried from Postgres; they are omitted while it does not answer. */
export const makeDatabaseMetrics = (registry: Registry, database: Database): (() => Promise<void>) => {
  const registers = [registry];
  const isUp = new Gauge({
    name: 'sessionscope_database_up',
    help: '1 if Postgres answered at this scrape, else 0.',
    aggregator: 'min',
    registers,
  });
  const canReadNow = new Gauge({
    name: 'sessionscope_reads_up',
    help: '1 if the replica, or the pool for reads, answered at this scrape, else 0.',
    aggregator: 'min',
    registers,
  });
  const count = new Gauge({
    name: 'sessionscope_partitions',
    help: 'Partitions of the event table.',
    labelNames: [],
    aggregator: 'max',
    registers,
  });
  const ahead = new Gauge({
    name: 'sessionscope_partitions_ahead_seconds',
    help: 'How far the partitions reach into the future. A new one is created when an event needs it.',
    labelNames: [],
    aggregator: 'max',
    registers,
  });
  return async () => {
    const partitions = await probePartitions(database.keyPool);
    isUp.set(partitions === null ? 0 : 1);
    canReadNow.set((await canRead(database)) ? 1 : 0);
    // Without values they are not printed, instead of printed as 0.
    count.remove();
    ahead.remove();
    if (partitions === null) return;
    count.set(partitions.length);
    const until = partitions.at(-1)?.until;
    if (until !== undefined) ahead.set((Date.parse(until) - Date.now()) / 1000);
  };
};
