import type { Database } from '../../src/db/client.ts';

import type { Api } from './api.ts';
import { awaitUntil } from './awaitUntil.ts';
import { withEventsLocked } from './lockedEvents.ts';

/** A query that waits while the events are locked. */
export const SLOW = '{ sessionEvents { nodes { id } } }';

/** The server has slots for four more. */
const COUNT = 60;

/** Counts how many of 60 concurrent requests are refused. Without other requests it is 0, unless slots have leaked. */
export const countRefused = async (api: Api, database: Database): Promise<number> => {
  const { readPool } = database;
  let refused = 0;
  let requests: readonly Promise<void>[] = [];
  await withEventsLocked(database, async () => {
    requests = Array.from({ length: COUNT }, async () => {
      const { status } = await api.query(SLOW);
      if (status === 503) refused += 1;
    });
    await awaitUntil(
      'each waits or is refused',
      async () => readPool.totalCount - readPool.idleCount + readPool.countWaiting() + refused >= COUNT,
    );
  });
  await Promise.all(requests);
  return refused;
};
