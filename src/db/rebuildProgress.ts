import type pg from 'pg';

import type { Database } from './client.ts';
import { describeRules, noteRebuild } from './sessionRules.ts';
import { withMaintenanceLock } from './withMaintenanceLock.ts';

/** The last host that an interrupted rebuild has done, and the rules with which it did so. */
const NAME = 'REBUILT_UP_TO';
const RULES = 'REBUILT_WITH';

/** The progress of a rebuild, which is stored so that the next run can resume an interrupted one. */
export type RebuildProgress = {
  /** Returns the next host that has records, in order of name; null at the end. */
  readonly next: () => Promise<string | null>;
  /** Stores that all hosts up to this one are done. */
  readonly done: (hostname: string) => Promise<void>;
  /** Stores that the rebuild is complete. */
  readonly finish: () => Promise<void>;
};

/**
 * Works on the hosts of a database. Returns null if another process maintains, rebuilds or erases. A rebuild with other rules (another version,
 * another SILENCE or other DOMAIN_ALIASES) is not resumed: the hosts that it has done need these rules too.
 */
export const withRebuildProgress = async <T>(
  database: Database,
  work: (progress: RebuildProgress) => Promise<T>,
): Promise<T | null> =>
  withMaintenanceLock(database, async (client) => {
    await noteRebuild(client, database);
    const rules = describeRules(database);
    await client.query(FORGET_OTHER, [NAME, RULES, rules]);
    await client.query(PUT, [RULES, rules]);
    return work(makeProgress(client));
  });

const PUT =
  'insert into maintenance_progress (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value';

/** Index: maintenance_progress_pkey. */
const FORGET_OTHER = `delete from maintenance_progress where name = $1
  and not exists (select from maintenance_progress where name = $2 and value = $3)`;

const makeProgress = (client: pg.PoolClient): RebuildProgress => ({
  next: async () => {
    const { rows } = await client.query<{ hostname: string | null }>(NEXT_HOST, [NAME]);
    return rows[0]?.hostname ?? null;
  },
  done: async (hostname) => {
    await client.query(PUT, [NAME, hostname]);
  },
  finish: async () => {
    await client.query('delete from maintenance_progress where name in ($1, $2)', [NAME, RULES]);
  },
});

/** Indexes: host_pkey, maintenance_progress_pkey. */
const NEXT_HOST = `select min(hostname) as hostname from host
  where hostname > coalesce((select value from maintenance_progress where name = $1), '')`;
