import { callbackify } from 'node:util';

import pg from 'pg';

import { asConnectionError } from './errors.ts';
import { makeSemaphore } from './makeSemaphore.ts';
import type { Wait } from './makeSemaphore.ts';

/** A pool before which few wait, in order and not for long. */
export type BoundedPool = pg.Pool & {
  /** Lends a connection as `connect` does, to somebody who may hang up while they wait. */
  readonly lend: (wait?: Partial<Wait>) => Promise<pg.PoolClient>;
  readonly countWaiting: () => number;
};

type PoolOptions = pg.PoolConfig & {
  readonly max: number;
  readonly maxWaiting: number;
  /** The longest wait for a free connection. */
  readonly maxWaitMs: number;
};

/**
 * Opens a pool behind a semaphore with one slot per connection: the pool's own queue is unbounded and keeps clients that have disconnected.
 * Every use of the pool takes a slot, including its `connect` and `query`.
 *
 * A wait that is too long, and a Postgres that takes too long to connect, end with OverloadedError; a connection that fails otherwise, for
 * whatever reason, with OutageError: nothing was done.
 */
export const openPool = ({ maxWaiting, maxWaitMs, ...options }: PoolOptions): BoundedPool => {
  const pool = new pg.Pool(options);
  const semaphore = makeSemaphore(options.max, maxWaiting);
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  // The pool tells, too, of connections that nobody got, since they came too late.
  const lent = new WeakSet<pg.PoolClient>();
  pool.on('release', (_error, client) => {
    if (lent.delete(client)) semaphore.release();
  });
  const lend: BoundedPool['lend'] = async ({ waitMs = maxWaitMs, signal } = {}) => {
    await semaphore.acquire({ waitMs: Math.min(waitMs, maxWaitMs), signal });
    try {
      const client = await connect();
      lent.add(client);
      return client;
    } catch (error) {
      semaphore.release();
      throw asConnectionError(error);
    }
  };
  const lendTo = callbackify(async () => lend());
  const lendOrCall = (callback?: Parameters<typeof lendTo>[0]): Promise<pg.PoolClient> | undefined => {
    if (callback === undefined) return lend();
    lendTo(callback);
    return undefined;
  };
  return Object.assign(pool, {
    // Its own `query` takes a connection by a callback.
    connect: lendOrCall as pg.Pool['connect'],
    lend,
    countWaiting: semaphore.countWaiting,
  });
};
