import { expect } from '@jest/globals';

import type { Database } from '../../src/db/client.ts';

/** Leaves a partition half detached, like a server that was interrupted while a reader blocked it. */
export const detachHalf = async ({ writePool }: Database, name: string): Promise<void> => {
  const reader = await writePool.connect();
  const client = await writePool.connect();
  try {
    await reader.query('begin');
    await reader.query('select count(*) from session_event');
    await client.query(`set lock_timeout = '50ms'`);
    await expect(
      client.query(`alter table session_event detach partition ${name} concurrently`),
    ).rejects.toMatchObject({ code: '55P03' });
  } finally {
    reader.release(true);
    client.release(true);
  }
};
