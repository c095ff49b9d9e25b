import type pg from 'pg';

/** Tells of every statement that the connections a pool is yet to open run; what they do stays the same. */
export const listenToStatements = (
  pool: pg.Pool,
  tell: (text: string, values: readonly unknown[]) => void,
): void => {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = ((...parameters: unknown[]) => {
      const [config, values] = parameters as [pg.QueryConfig | string, unknown[]?];
      tell(typeof config === 'string' ? config : config.text, values ?? []);
      return query(...parameters);
    }) as typeof client.query;
  });
};
