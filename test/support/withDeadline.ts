import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';

const DEADLINE_MS = 200;

/**
 * Lends the same database with a deadline that every statement misses that has to wait for a lock. Its connection is open before, so
 * that the time of a busy machine does not turn the deadline into an overload.
 */
export const withDeadline = async (
  database: Database,
  work: (impatient: Database) => Promise<void>,
): Promise<void> => {
  const url = database.readPool.options.connectionString ?? '';
  const impatient = openDatabase({ url, readConnections: 1, writeConnections: 1, deadlineMs: DEADLINE_MS });
  try {
    (await impatient.readPool.acquire()).release();
    await work(impatient);
  } finally {
    await impatient.close();
  }
};
