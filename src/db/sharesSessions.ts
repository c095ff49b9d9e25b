import type pg from 'pg';

import { withClient } from './withClient.ts';

/** A pooler passes statements to any free connection; with other clients it may take a few rounds to see that. */
const ROUNDS = 5;
const TIMEOUT_MS = 5000;

/**
 * Whether a pooler lets the connections of a URL share sessions of Postgres, as PgBouncer does in its modes transaction and statement. Then one process
 * of Postgres serves two open connections, or one connection has several.
 *
 * @throws the error of pg if no connection can be opened.
 */
export const sharesSessions = async (url: string): Promise<boolean> => {
  const config = { connectionString: url, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS };
  return withClient(config, async (first) =>
    withClient(config, async (second) => {
      const pids: [Set<number>, Set<number>] = [new Set(), new Set()];
      for (let round = 0; round < ROUNDS; round += 1) {
        pids[0].add(await selectPid(first));
        pids[1].add(await selectPid(second));
      }
      return new Set([...pids[0], ...pids[1]]).size !== 2 || pids[0].size !== 1;
    }),
  );
};

const selectPid = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
};
