import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';

import { NO_ALIASES } from '../model/domainAliases.ts';

import { adoptAliases } from './accountDomain.ts';
import { distributeTables, prepareForCitus } from './citus/distribute.ts';
import type { Database } from './client.ts';
import { unwrap } from './errors.ts';
import { withClient } from './withClient.ts';
import { grantRoles } from './roles/grantRoles.ts';
import type { RolesState } from './roles/grantRoles.ts';

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Brings the database to this version's schema and grants, and an empty one to these aliases of domains. Servers that start at the same time take turns. */
export const migrate = async (url: string, aliases = NO_ALIASES): Promise<RolesState> =>
  withClient({ connectionString: url, application_name: 'sessionscope migrate' }, async (client) => {
    await client.query('select pg_advisory_lock(7361002)');
    // All statements on a table queue behind a migration that waits for its lock, on every running server.
    await client.query(`set timezone = 'UTC'; set lock_timeout = '5s'`);
    await prepareForCitus(client);
    await runMigrations(drizzle({ client }), { migrationsFolder: MIGRATIONS }).catch((error: unknown) => {
      throw unwrap(error);
    });
    await distributeTables(client);
    await client.query(NOTE);
    await adoptAliases(client, aliases);
    await client.query(MAKE_AUDIT_SECRET, [randomBytes(32).toString('hex')]);
    return grantRoles(client);
  });

/** Stores the number of migrations for roles that may not read the table of migrations. */
const NOTE = `insert into database_setting (name, value) select 'MIGRATIONS', count(*)::text from drizzle.__drizzle_migrations
  on conflict (name) do update set value = excluded.value where database_setting.value <> excluded.value`;

/** The owner makes the secret: the role that writes the audit may read it, but not replace it. */
const MAKE_AUDIT_SECRET = `insert into database_secret (name, value) values ('AUDIT_SECRET', $1) on conflict do nothing`;

/** Whether the database has the tables of this version or of a newer one. Index: database_setting_pkey. */
export const isMigrated = async ({ writePool }: Database): Promise<boolean> => {
  const { rows } = await writePool.query<{ value: string }>(
    `select value from database_setting where name = 'MIGRATIONS'`,
  );
  return Number(rows[0]?.value ?? 0) >= readMigrationFiles({ migrationsFolder: MIGRATIONS }).length;
};
