import type pg from 'pg';

import type { Database } from './client.ts';
import { withMaintenanceLock } from './withMaintenanceLock.ts';

const NAME = 'REBUILT_UP_TO';

/** The progress of a rebuild, which is stored so that the next run can resume an interrupted one. */
export type RebuildProgress = {
  /** Returns the next host that has records, in order of name; null at the end. */
  readonly next: () => Promise<string | null>;
  /** Stores that all hosts up to this one are done. */
  readonly done: (hostname: string) => Promise<void>;
  /** Stores that the rebuild is complete. */
  readonly finish: () => Promise<void>;
};

/** Works on the hosts of a database. Returns null if another process maintains, rebuilds or erases. */
export const withRebuildProgress = async <T>(
  database: Database,
  work: (progress: RebuildProgress) => Promise<T>,
): Promise<T | null> => withMaintenanceLock(database, async (client) => work(makeProgress(client)));

const makeProgress = (client: pg.PoolClient): RebuildProgress => ({
  next: async () => {
    const { rows } = await client.query<{ hostname: string | null }>(NEXT_HOST, [NAME]);
    return rows[0]?.hostname ?? null;
  },
  done: async (hostname) => {
    await client.query(
      'insert into maintenance_progress (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
      [NAME, hostname],
    );
  },
  finish: async () => {
    await client.query('delete from maintenance_progress where name = $1', [NAME]);
  },
});

/** Indexes: host_pkey, maintenance_progress_pkey. */
const NEXT_HOST = `select min(hostname) as hostname from host
  where hostname > coalesce((select value from maintenance_progress where name = $1), '')`;
