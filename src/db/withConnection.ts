import type pg from 'pg';

import {
  asDatabaseError,
  DeadlineError,
  OutageError,
  OverloadedError,
  UnknownOutcomeError,
} from './errors.ts';
import type { BoundedPool } from './openPool.ts';

/** An acquired connection and the time left until the deadline. */
export type BorrowedConnection = { readonly client: pg.PoolClient; readonly leftMs: number | null };

/**
 * Acquires a connection for work that writes. `deadlineMs` includes the wait for the connection; null for work without a deadline.
 *
 * A Postgres that hangs does not enforce a timeout, so the connection is destroyed shortly after the deadline: uncommitted work is rolled
 * back. A connection on which a statement failed is not used again, because it may be in a transaction.
 *
 * @throws OutageError if nothing was committed and a retry may succeed, also after the deadline; UnknownOutcomeError from a commit; any
 * other error is a bug.
 */
export const withConnection = async <T>(
  pool: BoundedPool,
  deadlineMs: number | null,
  work: (acquired: BorrowedConnection) => Promise<T>,
): Promise<T> => {
  const startMs = performance.now();
  const client = await pool.acquire(deadlineMs === null ? {} : { waitMs: deadlineMs });
  let isAcquired = true;
  const release = (destroy: boolean): void => {
    if (isAcquired) client.release(destroy);
    isAcquired = false;
  };
  const leftMs = deadlineMs === null ? null : Math.floor(startMs + deadlineMs - performance.now());
  if (leftMs !== null && leftMs < 1) {
    release(false);
    throw new OverloadedError('No connection was free in time.');
  }
  const timer = leftMs === null ? undefined : setTimeout(() => release(true), leftMs + GRACE_MS);
  try {
    const result = await work({ client, leftMs });
    release(false);
    return result;
  } catch (error) {
    const isLate = !isAcquired;
    release(true);
    const known = asDatabaseError(error);
    if (known instanceof UnknownOutcomeError) throw known;
    if (isLate) throw new OutageError(new Error(`Postgres took longer than ${deadlineMs} ms.`));
    // Postgres aborted the statement at the same deadline: unlike a query that is too expensive, a write may succeed later.
    throw known instanceof DeadlineError ? new OutageError(known.cause) : known;
  } finally {
    clearTimeout(timer);
  }
};

/** Postgres aborts a statement at the deadline itself, and its error says more than a broken connection. */
const GRACE_MS = 500;
