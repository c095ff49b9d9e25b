import pg from 'pg';

import type { Database } from '../../src/db/client.ts';

import { awaitUntil } from './awaitUntil.ts';

/** Makes every query of events wait while `work` runs. Tests use this as a slow query. */
export const withEventsLocked = async (database: Database, work: () => Promise<void>): Promise<void> =>
  withLocked(database, 'session_event', work);

/** The same for sessions. */
export const withSessionsLocked = async (database: Database, work: () => Promise<void>): Promise<void> =>
  withLocked(database, 'session', work);

const withLocked = async (
  { writePool }: Database,
  table: string,
  work: () => Promise<void>,
): Promise<void> => {
  const client = new pg.Client({ connectionString: writePool.options.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await client.end();
  }
};

/** Waits until `count` backends of the database wait for a lock. Its own statement uses the pool for keys, whose connections do not wait. */
export const awaitWaiting = async ({ keyPool }: Database, count: number): Promise<void> =>
  awaitUntil(`${count} queries wait for a lock`, async () => {
    const { rows } = await keyPool.query<{ count: number }>(
      `select count(*)::integer from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.count === count;
  });
