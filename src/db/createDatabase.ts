import pg from 'pg';

/**
 * Makes a database in the embedded Postgres unless it is there.
 *
 * @returns its URL.
 */
export const createDatabase = async (maintenanceUrl: string, name: string): Promise<string> => {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  // A connection that breaks fails its statement; unheard, this event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`,
      );
    }
  } finally {
    await client.end();
  }
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
};
