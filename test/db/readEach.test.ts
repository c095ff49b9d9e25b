import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'drizzle-orm';
import { expect, test } from '@jest/globals';

import { openDatabase } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import type { Database } from '../../src/db/client.ts';
import { DeadlineError } from '../../src/db/errors.ts';
import { WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { useDatabase } from '../support/database.ts';
import { watchWork } from '../support/watchWork.ts';
import { NO_DEADLINE_MS } from '../support/timeLimits.ts';

const database = useDatabase();

/** Works with the same database on one connection. */
const withOneReader = async (work: (own: Database) => Promise<void>): Promise<void> => {
  const url = database().readPool.options.connectionString ?? '';
  const own = openDatabase({ url, readConnections: 1, writeConnections: 1, deadlineMs: NO_DEADLINE_MS });
  try {
    await work(own);
  } finally {
    await own.close();
  }
};

test.each([0, 1, 999, 1000, 1001, 2000, 12_345])('passes each of %d rows once, in order', async (count) => {
  const rows: number[] = [];
  await makeRequestDatabase(database()).each<{ n: number }>(
    sql`select n::integer from generate_series(1, ${count}::integer) n order by n`,
    ({ n }) => rows.push(n),
  );
  expect(rows).toEqual(Array.from({ length: count }, (_, index) => index + 1));
});

test('lets the event loop turn between rows, and waits for the callback', async () => {
  const order: string[] = [];
  const turns = await watchWork(async () =>
    makeRequestDatabase(database()).each<{ n: number }>(
      sql`select n::integer from generate_series(1, 3000) n order by n`,
      ({ n }) => {
        if (n % 1000 > 0) return null;
        order.push(`begin ${n}`);
        return sleep(1).then(() => order.push(`end ${n}`));
      },
    ),
  );
  expect(order).toEqual([1000, 2000, 3000].flatMap((n) => [`begin ${n}`, `end ${n}`]));
  // Each row counts as a quarter of a unit.
  expect(turns.length).toBeGreaterThanOrEqual(Math.floor(3000 / 4 / WORK_PER_TURN) - 1);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});

test('all fetches share one deadline, and the connection serves the next request', async () => {
  await withOneReader(async (own) => {
    let rows = 0;
    // A fetch takes 0.3 s, so the second one exceeds the deadline.
    await makeRequestDatabase(own).rows(sql`select 1`);
    const slow = makeRequestDatabase(own, { elapsedMs: NO_DEADLINE_MS - 500 }).each(
      sql`select n, pg_sleep(0.0003) from generate_series(1, 100000) n`,
      () => {
        rows += 1;
      },
    );
    await expect(slow).rejects.toBeInstanceOf(DeadlineError);
    expect(rows).toBeLessThanOrEqual(1000);
    expect(await makeRequestDatabase(own).rows(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

test('the callback may fail, and the connection serves the next request', async () => {
  await withOneReader(async (own) => {
    const failing = makeRequestDatabase(own).each(sql`select 1`, () => {
      throw new Error('The fold is mistaken.');
    });
    await expect(failing).rejects.toThrow('The fold is mistaken.');
    // The statement may get less than the deadline, because opening a connection took a part of it.
    const state = sql`select current_setting('statement_timeout')::interval > '5 minutes' as restored, current_setting('cursor_tuple_fraction') as fraction`;
    expect(await makeRequestDatabase(own).rows(state)).toEqual([{ restored: true, fraction: '0.1' }]);
  });
});

test('a client that disconnects between rows stops the read', async () => {
  await withOneReader(async (own) => {
    const disconnect = new AbortController();
    let rows = 0;
    const reading = makeRequestDatabase(own, { signal: disconnect.signal }).each(
      sql`select n from generate_series(1, 1000000) n`,
      () => {
        rows += 1;
        if (rows === 2000) disconnect.abort();
      },
    );
    await expect(reading).rejects.toBeInstanceOf(DeadlineError);
    await sleep(50);
    expect(rows).toBe(2000);
  });
});
