import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { positionOf } from '../model/position.ts';
import type { Position } from '../model/position.ts';

import { asCommitError } from './errors.ts';
import type { BoundedPool } from './openPool.ts';
import { literal, toStatement } from './statement.ts';
import { withConnection } from './withConnection.ts';

/** How long a transaction may take (null for no limit), and what to report of it. */
export type TransactionOptions = {
  /** The deadline of withConnection. Postgres also applies it to each statement, including waits for locks. */
  readonly deadlineMs: number | null;
  /** A limit for each statement; the deadline counts if it is earlier. */
  readonly statementMs: number | null;
  /** Receives the position of the log after the commit, if it is given. */
  readonly onPosition?: ((position: Position) => void) | null;
};

const UNLIMITED: TransactionOptions = { deadlineMs: null, statementMs: null };

/**
 * Works in a transaction and commits it.
 *
 * @throws UnknownOutcomeError if COMMIT was sent and not answered; otherwise the errors of withConnection.
 */
export const withTransaction = async <T>(
  pool: BoundedPool,
  work: (client: pg.PoolClient) => Promise<T>,
  { deadlineMs, statementMs, onPosition = null }: TransactionOptions = UNLIMITED,
): Promise<T> =>
  withConnection(pool, deadlineMs, async ({ client, leftMs }) => {
    const timeoutMs = Math.min(leftMs ?? Infinity, statementMs ?? Infinity);
    await client.query(
      timeoutMs === Infinity
        ? BEGIN
        : toStatement(sql`${sql.raw(BEGIN)}; set local statement_timeout = ${literal(timeoutMs)}`),
    );
    const result = await work(client);
    await commit(client, onPosition);
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
const commit = async (client: pg.PoolClient, onPosition: TransactionOptions['onPosition']): Promise<void> => {
  const text = onPosition ? `${COMMIT}; ${SELECT_POSITION}` : COMMIT;
  const answers = await client.query(text).catch((error: unknown) => {
    throw asCommitError(error);
  });
  // pg returns a list for several statements, although its types do not say so.
  const [, committed, selected] = answers as unknown as readonly pg.QueryResult<{ lsn: string }>[];
  if (committed?.command !== 'COMMIT')
    throw new Error(`Postgres answered COMMIT with ${committed?.command}.`);
  const lsn = selected?.rows[0]?.lsn;
  if (lsn !== undefined) onPosition?.(positionOf(lsn));
};

const COMMIT = 'set local statement_timeout = 0; commit';

/** What is on disk includes the commit, and all that other transactions had committed before: also what this one found stored already. */
const SELECT_POSITION = 'select pg_current_wal_flush_lsn()::text as lsn';
