import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect, test } from '@jest/globals';

import { OverloadedError } from '../../src/db/errors.ts';
import { openPool } from '../../src/db/openPool.ts';
import type { BoundedPool } from '../../src/db/openPool.ts';
import { useDatabase } from '../support/database.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

const database = useDatabase();

const withPool = async (
  options: {
    readonly max: number;
    readonly maxWaiting: number;
    readonly maxWaitMs?: number;
    readonly port?: number;
    readonly connectionTimeoutMillis?: number;
  },
  work: (pool: BoundedPool) => Promise<void>,
): Promise<void> => {
  const { connectionString = '' } = database().readPool.options;
  const url = new URL(connectionString);
  if (options.port !== undefined) url.port = String(options.port);
  const pool = openPool({ connectionString: url.href, maxWaitMs: LONG_WAIT_MS, ...options });
  pool.on('error', () => undefined);
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
};

test.each([
  ['query', async (pool: BoundedPool) => pool.query('select 1')],
  ['connect', async (pool: BoundedPool) => pool.connect()],
  ['acquire', async (pool: BoundedPool) => pool.acquire()],
])('%s waits in the queue, and is refused if the queue is full', async (_, use) => {
  await withPool({ max: 1, maxWaiting: 1 }, async (pool) => {
    const acquired = await pool.acquire();
    const waiting = pool.acquire();
    expect([pool.countWaiting(), pool.waitingCount]).toEqual([1, 0]);
    await expect(use(pool)).rejects.toBeInstanceOf(OverloadedError);
    acquired.release();
    (await waiting).release();
  });
});

test('a wait for a free connection ends with OverloadedError after its limit', async () => {
  await withPool({ max: 1, maxWaiting: 1, maxWaitMs: 20 }, async (pool) => {
    const acquired = await pool.acquire();
    const error: unknown = await pool.query('select 1').catch((reason: unknown) => reason);
    acquired.release();
    expect(error).toBeInstanceOf(OverloadedError);
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('within 20 ms') } });
  });
});

test('every slot is released: after a result, an error, a broken connection, and a failed connection', async () => {
  await withPool({ max: 2, maxWaiting: 0 }, async (pool) => {
    for (let round = 0; round < 5; round += 1) {
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await expect(pool.query('select 1 / 0')).rejects.toThrow('division by zero');
      (await pool.acquire()).release(true);
      const client = await pool.connect();
      await expect(client.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow('terminat');
      client.release(true);
    }
    const both = [await pool.acquire(), await pool.acquire()];
    await expect(pool.acquire()).rejects.toBeInstanceOf(OverloadedError);
    for (const client of both) client.release();
  });
  // No program listens on port 1.
  await withPool({ max: 1, maxWaiting: 0, port: 1 }, async (pool) => {
    const refused = { name: 'OutageError', cause: { code: 'ECONNREFUSED' } };
    for (let round = 0; round < 3; round += 1) await expect(pool.acquire()).rejects.toMatchObject(refused);
    await expect(pool.query('select 1')).rejects.toMatchObject(refused);
    await expect(pool.acquire()).rejects.toMatchObject(refused);
  });
});

test('a Postgres that accepts connections but never responds is an overload', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  try {
    await withPool({ max: 1, maxWaiting: 0, port, connectionTimeoutMillis: 50 }, async (pool) => {
      await expect(pool.acquire()).rejects.toBeInstanceOf(OverloadedError);
      await expect(pool.query('select 1')).rejects.toBeInstanceOf(OverloadedError);
      await expect(pool.connect()).rejects.toBeInstanceOf(OverloadedError);
    });
  } finally {
    silent.close();
  }
});
