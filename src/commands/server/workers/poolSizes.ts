import type { Config } from '../../../config/config.ts';

import type { DatabaseOptions } from '../../../db/client.ts';

/** The connections to Postgres of one process, and its deadlines. */
export type PoolSizes = {
  readonly readConnections: number;
  readonly writeConnections: number;
  readonly deadlineMs: number;
  readonly writeDeadlineMs: number;
};

const DEADLINES = { deadlineMs: 10_000, writeDeadlineMs: 10_000 };
const MOST = { read: 10, write: 6 };
/** The connections of all workers for reads and for writes. Postgres allows 100 by default, and each worker has one more, for keys. */
const ALL = { read: 44, write: 24 };

/** Returns the sizes for each of so many workers. */
export const poolSizes = (workers: number): PoolSizes => ({
  readConnections: Math.min(MOST.read, Math.floor(ALL.read / workers)),
  writeConnections: Math.min(MOST.write, Math.floor(ALL.write / workers)),
  ...DEADLINES,
});

/** The sizes for a primary process, which only prepares and maintains the database. */
export const PRIMARY_SIZES: PoolSizes = { readConnections: 1, writeConnections: 2, ...DEADLINES };

/** The settings of the database that all processes of a server share. */
export const databaseSettings = ({
  silenceUs,
  aliases,
  synchronousCommit,
  maxReplicaLagMs,
}: Config): Pick<DatabaseOptions, 'silenceUs' | 'aliases' | 'synchronousCommit' | 'maxReplicaLagMs'> => ({
  silenceUs,
  aliases,
  synchronousCommit,
  maxReplicaLagMs,
});
