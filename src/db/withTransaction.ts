import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { asCommitError } from './errors.ts';
import type { BoundedPool } from './openPool.ts';
import { literal, toStatement } from './statement.ts';
import { withConnection } from './withConnection.ts';

/**
 * Works in a transaction and commits it. `deadlineMs` as withConnection has it, null for none; each statement ends with it in Postgres, too,
 * also one that waits for a lock.
 *
 * @throws UnknownOutcomeError when COMMIT was sent and not answered; else as withConnection.
 */
export const withTransaction = async <T>(
  pool: BoundedPool,
  work: (client: pg.PoolClient) => Promise<T>,
  deadlineMs: number | null = null,
): Promise<T> =>
  withConnection(pool, deadlineMs, async ({ client, leftMs }) => {
    await client.query(
      leftMs === null ? 'begin' : toStatement(sql`begin; set local statement_timeout = ${literal(leftMs)}`),
    );
    const result = await work(client);
    await commit(client);
    return result;
  });

/**
 * A timeout must not end a commit: Postgres would no longer wait for a synchronous standby, and say that all is well.
 *
 * @throws Error when Postgres rolled back instead, since a statement failed before.
 */
const commit = async (client: pg.PoolClient): Promise<void> => {
  const answers = await client.query('set local statement_timeout = 0; commit').catch((error: unknown) => {
    throw asCommitError(error);
  });
  // pg gives a list for two statements, which its types do not know of.
  const { command } = (answers as unknown as readonly pg.QueryResult[])[1] ?? {};
  if (command !== 'COMMIT') throw new Error(`Postgres answered COMMIT with ${command}.`);
};
