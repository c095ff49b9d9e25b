import type pg from 'pg';

/**
 * Tells of every statement that the connections a pool is yet to open run; what they do stays the same. Left out are those of the audit, which
 * run beside the requests whenever a second is over, and settings of the connection, which depend on how late it is.
 */
export const listenToStatements = (
  pool: pg.Pool,
  tell: (text: string, values: readonly unknown[]) => void,
): void => {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = ((...parameters: unknown[]) => {
      const [config, values] = parameters as [pg.QueryConfig | string, unknown[]?];
      const { text, values: ownValues } = typeof config === 'string' ? { text: config } : config;
      if (!/^set |audit_entry|AUDIT_SECRET/.test(text)) tell(text, values ?? ownValues ?? []);
      return query(...parameters);
    }) as typeof client.query;
  });
};
