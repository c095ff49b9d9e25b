import DataLoader from 'dataloader';

import { reserveWork } from '../model/reserveWork.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';

/** How the requests of a read are batched. */
export type Batching<Key> = {
  /** Requests with equal values are read once. By default, requests that are equal in JSON. */
  readonly keyOf?: (key: Key) => unknown;
  /** The most requests in one statement. By default 100, because each adds a condition or a list to the statement. */
  readonly maxBatchSize?: number;
  /** The work per request in units of WORK_PER_TURN. By default 2: writing the part of a list takes about 40 µs. */
  readonly weight?: number;
};

/**
 * Makes a read of one item from a read of many. All calls that a request makes at the same time share one statement, so a list within a list
 * costs one statement, and not one per row of the outer list. Results are kept for the request.
 *
 * @param read returns one result per key, in the order of the keys.
 */
export const batchReads = <Key, Result>(
  read: (db: RequestDatabase, keys: readonly Key[]) => Promise<readonly Result[]>,
  { keyOf = JSON.stringify, maxBatchSize = 100, weight = 2 }: Batching<Key> = {},
): ((db: RequestDatabase, key: Key) => Promise<Result>) => {
  const makeLoader = (db: RequestDatabase): DataLoader<Key, Result, unknown> =>
    new DataLoader<Key, Result, unknown>(
      async (keys) => {
        const turn = weight === 0 ? null : reserveWork(keys.length * weight);
        if (turn !== null) await turn;
        return read(db, keys);
      },
      { cacheKeyFn: keyOf, maxBatchSize },
    );
  return async (db, key) => {
    const known = db.loaders.get(read) as DataLoader<Key, Result, unknown> | undefined;
    const loader = known ?? makeLoader(db);
    if (known === undefined) db.loaders.set(read, loader);
    return loader.load(key);
  };
};

/** For keys that are compared as they are, and that add no text of their own to the statement. */
export const BY_IDENTITY = {
  keyOf: (key: unknown): unknown => key,
  maxBatchSize: Infinity,
  weight: 0,
} as const;
