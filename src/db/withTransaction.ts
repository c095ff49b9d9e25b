import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { asCommitError } from './errors.ts';
import type { BoundedPool } from './openPool.ts';
import { literal, toStatement } from './statement.ts';
import { withConnection } from './withConnection.ts';

/** How long a transaction may take; null for no limit. */
export type TimeLimits = {
  /** The deadline of withConnection. Postgres also applies it to each statement, including waits for locks. */
  readonly deadlineMs: number | null;
  /** A limit for each statement; the deadline counts if it is earlier. */
  readonly statementMs: number | null;
};

const UNLIMITED: TimeLimits = { deadlineMs: null, statementMs: null };

/**
 * Works in a transaction and commits it.
 *
 * @throws UnknownOutcomeError if COMMIT was sent and not answered; otherwise the errors of withConnection.
 */
export const withTransaction = async <T>(
  pool: BoundedPool,
  work: (client: pg.PoolClient) => Promise<T>,
  { deadlineMs, statementMs }: TimeLimits = UNLIMITED,
): Promise<T> =>
  withConnection(pool, deadlineMs, async ({ client, leftMs }) => {
    const timeoutMs = Math.min(leftMs ?? Infinity, statementMs ?? Infinity);
    await client.query(
      timeoutMs === Infinity
        ? BEGIN
        : toStatement(sql`${sql.raw(BEGIN)}; set local statement_timeout = ${literal(timeoutMs)}`),
    );
    const result = await work(client);
    await commit(client);
    return result;
  });

/**
 * An index serves every statement of a transaction. Most are planned once per connection, perhaps while their table is small: a plan that reads
 * all of it would still do so when it has grown.
 */
const BEGIN = 'begin; set local enable_seqscan = off';

/**
 * A timeout must not abort a commit: Postgres would stop waiting for a synchronous standby and report success.
 *
 * @throws Error if Postgres rolled back instead, because a statement had failed before.
 */
const commit = async (client: pg.PoolClient): Promise<void> => {
  const answers = await client.query('set local statement_timeout = 0; commit').catch((error: unknown) => {
    throw asCommitError(error);
  });
  // pg returns a list for two statements, although its types do not say so.
  const { command } = (answers as unknown as readonly pg.QueryResult[])[1] ?? {};
  if (command !== 'COMMIT') throw new Error(`Postgres answered COMMIT with ${command}.`);
};
