import type pg from 'pg';

/** Works in a transaction and commits it. A connection that failed is not used again: whether it rolled back is not known. */
export const withTransaction = async <T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    isDone = true;
    return result;
  } finally {
    client.release(!isDone);
  }
};
