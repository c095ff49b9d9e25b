import { callbackify } from 'node:util';

import pg from 'pg';

import { asConnectionError } from './errors.ts';
import { makeSemaphore } from './makeSemaphore.ts';
import type { Wait } from './makeSemaphore.ts';

/** A pool before which few wait, in order and not for long. */
export type BoundedPool = pg.Pool & {
  /** Acquires a connection as `connect` does, for a client that may disconnect while it waits. */
  readonly acquire: (wait?: Partial<Wait>) => Promise<pg.PoolClient>;
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
  const acquired = new WeakSet<pg.PoolClient>();
  pool.on('release', (_error, client) => {
    if (acquired.delete(client)) semaphore.release();
  });
  const acquire: BoundedPool['acquire'] = async ({ waitMs = maxWaitMs, signal } = {}) => {
    await semaphore.acquire({ waitMs: Math.min(waitMs, maxWaitMs), signal });
    try {
      const client = await connect();
      acquired.add(client);
      return client;
    } catch (error) {
      semaphore.release();
      throw asConnectionError(error);
    }
  };
  const acquireTo = callbackify(async () => acquire());
  const acquireOrCall = (callback?: Parameters<typeof acquireTo>[0]): Promise<pg.PoolClient> | undefined => {
    if (callback === undefined) return acquire();
    acquireTo(callback);
    return undefined;
  };
  return Object.assign(pool, {
    // Its own `query` takes a connection by a callback.
    connect: acquireOrCall as pg.Pool['connect'],
    acquire,
    countWaiting: semaphore.countWaiting,
  });
};
