import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';

const DEADLINE_MS = 200;

/**
 * Runs work on the same database with a short deadline, which every statement that waits for a lock exceeds. The connection is opened
 * beforehand: on a busy machine, opening it could take so long that the result is an overload instead of a missed deadline.
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
