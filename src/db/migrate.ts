import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

import type { Database } from './client.ts';
import { unwrap } from './errors.ts';
import { grantRoles } from './roles/grantRoles.ts';
import type { RolesState } from './roles/grantRoles.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

const MAX_WAIT = '5s';

/** Brings the database to this version's schema and grants. Servers that start together wait for one another. */
export const migrate = async (url: string): Promise<RolesState> => {
  const client = new pg.Client({ connectionString: url, application_name: 'sessionscope migrate' });
  // A connection that breaks fails its statement; unheard, this event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7361002)');
    // Whoever asks behind a migration that waits for a lock waits, too: of the servers that are still up, everyone.
    await client.query(`set timezone = 'UTC'; set lock_timeout = '${MAX_WAIT}'`);
    await runMigrations(drizzle({ client }), { migrationsFolder: MIGRATIONS }).catch((error: unknown) => {
      throw unwrap(error);
    });
    await client.query(NOTE);
    await client.query(MAKE_AUDIT_SECRET, [randomBytes(32).toString('hex')]);
    return await grantRoles(client);
  } finally {
    await client.end();
  }
};

/** Where those read it who may not read the migrations' own table. */
const NOTE = `insert into database_setting (name, value) select 'MIGRATIONS', count(*)::text from drizzle.__drizzle_migrations
  on conflict (name) do update set value = excluded.value where database_setting.value <> excluded.value`;

/** By the owner: the role that writes the audit reads the secret and cannot set another. */
const MAKE_AUDIT_SECRET = `insert into database_secret (name, value) values ('AUDIT_SECRET', $1) on conflict do nothing`;

/** Whether the database has this version's tables, or a newer one's. Index: database_setting_pkey. */
export const isMigrated = async ({ writePool }: Database): Promise<boolean> => {
  const { rows } = await writePool.query<{ value: string }>(
    `select value from database_setting where name = 'MIGRATIONS'`,
  );
  return Number(rows[0]?.value ?? 0) >= readMigrationFiles({ migrationsFolder: MIGRATIONS }).length;
};
