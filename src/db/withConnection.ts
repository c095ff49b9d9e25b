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
 * Acquires a connection for work that writes. `deadlineMs`, waiting for the connection included, null for work that may take any time.
 *
 * A Postgres that hangs cannot keep a deadline of its own, so at the end of the time, and a little, the connection is destroyed: what was not
 * committed by then is rolled back. A connection on which something failed is not used again, since it may be in a transaction.
 *
 * @throws OutageError when nothing was committed and the same may succeed later, a passed deadline included; UnknownOutcomeError from a
 * commit; anything else is a bug.
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
    // Postgres ended the statement at the same deadline: the write may succeed later, unlike a question that is too large.
    throw known instanceof DeadlineError ? new OutageError(known.cause) : known;
  } finally {
    clearTimeout(timer);
  }
};

/** Postgres ends a statement at the deadline itself, and its answer says more than a connection that breaks. */
const GRACE_MS = 500;
