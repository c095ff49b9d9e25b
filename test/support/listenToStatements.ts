import type pg from 'pg';

/**
 * Reports every statement that runs on connections the pool opens from now on, without changing it. Leaves out statements of the audit, which
 * run once a second independently of requests, and connection settings, which depend on the time left until the deadline.
 */
export const listenToStatements = (
  pool: pg.Pool,
  tell: (text: string, values: readonly unknown[], name: string | undefined) => void,
): void => {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = ((...parameters: unknown[]) => {
      const [config, values] = parameters as [pg.QueryConfig | string, unknown[]?];
      const {
        text,
        values: ownValues,
        name,
      }: pg.QueryConfig = typeof config === 'string' ? { text: config } : config;
      if (!/^set |audit_entry|AUDIT_SECRET/.test(text)) tell(text, values ?? ownValues ?? [], name);
      return query(...parameters);
    }) as typeof client.query;
  });
};
