import pg from 'pg';

/** Runs a statement in the test Postgres' maintenance database. */
export const maintain = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
