import type { BoundedPool } from '../../src/db/openPool.ts';

import { awaitUntil } from './awaitUntil.ts';

/** Opens a connection of a pool in advance: on a busy machine, that takes longer than a short deadline. */
export const awaitConnection = async (pool: BoundedPool): Promise<void> =>
  awaitUntil('a connection is open', async () =>
    pool.connect().then(
      (client) => {
        client.release();
        return true;
      },
      () => false,
    ),
  );
