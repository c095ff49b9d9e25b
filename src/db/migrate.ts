import { fileURLToPath } from 'node:url';

import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

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
    await runMigrations(drizzle({ client }), { migrationsFolder: MIGRATIONS });
    return await grantRoles(client);
  } finally {
    await client.end();
  }
};
