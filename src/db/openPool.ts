import { callbackify } from 'node:util';

import pg from 'pg';

import { asConnectionError } from './errors.ts';
import { makeSemaphore } from './makeSemaphore.ts';
import type { Wait } from './makeSemaphore.ts';

/** A pool with a bounded queue and a bounded wait. */
export type BoundedPool = pg.Pool & {
  /** Acquires a connection as `connect` does, for a client that may disconnect while it waits. */
  readonly acquire: (wait?: Partial<Wait>) => Promise<pg.PoolClient>;
  readonly countWaiting: () => number;
  /** The number of connections and of callers that may wait for one. */
  readonly places: number;
};

type PoolOptions = pg.PoolConfig & {
  readonly max: number;
  readonly maxWaiting: number;
  /** The longest wait for a free connection. */
  readonly maxWaitMs: number;
};

/**
 * Opens a pool behind a semaphore with one slot per connection: the queue of the pool itself is unbounded and keeps clients that have
 * disconnected. Every use of the pool takes a slot, including its `connect` and `query`.
 *
 * Throws OverloadedError if the wait is too long or Postgres takes too long to connect, and OutageError for any other failure to connect.
 * In both cases nothing was done.
 */
export const openPool = ({ maxWaiting, maxWaitMs, ...options }: PoolOptions): BoundedPool => {
  const pool = new pg.Pool(options);
  const semaphore = makeSemaphore(options.max, maxWaiting);
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  // The pool also emits the event for connections that were opened too late for their caller.
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
    // The `query` of the pool calls `connect` with a callback.
    connect: acquireOrCall as pg.Pool['connect'],
    acquire,
    countWaiting: semaphore.countWaiting,
    places: options.max + maxWaiting,
  });
};
