import { sql } from 'drizzle-orm';

import { nameOf, toStatement } from './statement.ts';
import { withClient } from './withClient.ts';

/**
 * Creates a database in the embedded Postgres unless it exists.
 *
 * @returns its URL.
 */
export const createDatabase = async (maintenanceUrl: string, name: string): Promise<string> => {
  await withClient({ connectionString: maintenanceUrl }, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(
        toStatement(sql`create database ${nameOf(name)} template template0 encoding 'UTF8'`),
      );
    }
  });
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
};
