import type pg from 'pg';

import type { Database } from './client.ts';

const LOCK = 7361003;
const NAME = 'REBUILT_UP_TO';

/** One rebuild of a database, which goes on where the last one was cut off. */
export type RebuildProgress = {
  /** The next host that something is stored of, by name; null at the end. */
  readonly next: () => Promise<string | null>;
  /** Writes down that all hosts up to this one are done. */
  readonly done: (hostname: string) => Promise<void>;
  /** Writes down that there is nothing left to do. */
  readonly finish: () => Promise<void>;
};

/** Works on the hosts of a database, unless another process does so already: gives null then. */
export const withRebuildProgress = async <T>(
  { writePool }: Database,
  work: (progress: RebuildProgress) => Promise<T>,
): Promise<T | null> => {
  const client = await writePool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      LOCK,
    ]);
    return rows[0]?.locked === true ? await work(makeProgress(client)) : null;
  } finally {
    // Destroyed, so that the lock goes with the connection; and unlocked before, since that takes Postgres a moment.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
};

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
