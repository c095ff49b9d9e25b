import { sql } from 'drizzle-orm';
import { describe, expect, test } from '@jest/globals';

import { openDatabase } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import type { Database } from '../../src/db/client.ts';
import { DeadlineError, OverloadedError } from '../../src/db/errors.ts';
import { selectEvents } from '../../src/db/selectEvents.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { awaitWaiting, withEventsLocked } from '../support/lockedEvents.ts';
import { NO_DEADLINE_MS } from '../support/timeLimits.ts';

const database = useDatabase();

/** Works with the same database, but pools of other sizes and another deadline. */
const withPools = async (
  options: { readonly readConnections?: number; readonly deadlineMs?: number },
  work: (own: Database) => Promise<void>,
): Promise<void> => {
  const url = database().readPool.options.connectionString ?? '';
  const own = openDatabase({
    url,
    readConnections: 2,
    writeConnections: 2,
    deadlineMs: NO_DEADLINE_MS,
    ...options,
  });
  try {
    await work(own);
  } finally {
    await own.close();
  }
};

/** Makes the database handle of a request that has 200 ms left. */
const lateDatabase = (own: Database) => makeRequestDatabase(own, { elapsedMs: NO_DEADLINE_MS - 200 });

const EVERYTHING = {
  predicate: { kind: 'and', of: [] },
  asOf: '2026-11-16T09:00:00.000000Z',
  scan: 'DESCENDING',
  after: null,
  before: null,
  limit: 1,
} as const;

describe('a client that disconnects', () => {
  test('while its statement runs: the statement is cancelled', async () => {
    await withEventsLocked(database(), async () => {
      const disconnect = new AbortController();
      const rows = selectEvents(makeRequestDatabase(database(), { signal: disconnect.signal }), EVERYTHING);
      await awaitWaiting(database(), 1);
      disconnect.abort();
      await expect(rows).rejects.toBeInstanceOf(DeadlineError);
      await awaitWaiting(database(), 0);
    });
    expect(await selectEvents(makeRequestDatabase(database()), EVERYTHING)).toEqual([]);
  });

  test('before its statement, or while it waits for a connection: no statement runs', async () => {
    await withPools({ readConnections: 1 }, async (own) => {
      const hungUp = makeRequestDatabase(own, { signal: AbortSignal.abort() });
      await expect(hungUp.execute(sql`select pg_advisory_lock(1)`)).rejects.toBeInstanceOf(DeadlineError);
      const disconnect = new AbortController();
      const acquired = await own.readPool.acquire();
      const waiting = makeRequestDatabase(own, { signal: disconnect.signal }).rows(
        sql`select pg_advisory_lock(2)`,
      );
      await awaitUntil('it waits for a connection', async () => own.readPool.countWaiting() === 1);
      disconnect.abort();
      await expect(waiting).rejects.toBeInstanceOf(DeadlineError);
      acquired.release();
      const { rows } = await own.writePool.query(
        `select objid from pg_locks where locktype = 'advisory' and objid in (1, 2)
           and database = (select oid from pg_database where datname = current_database())`,
      );
      expect(rows).toEqual([]);
    });
  });
});

test('Postgres cancels a statement at the deadline', async () => {
  await withPools({ readConnections: 1 }, async (own) => {
    await makeRequestDatabase(own).execute(sql`select 1`);
    await expect(lateDatabase(own).execute(sql`select pg_sleep(600)`)).rejects.toBeInstanceOf(DeadlineError);
    await expect(makeRequestDatabase(own).execute(sql`select 1`)).resolves.toBeDefined();
  });
});

describe('the statements of one request share its deadline', () => {
  const timeout = sql`select current_setting('statement_timeout') as timeout`;

  test('a later statement gets the remaining time, and the next request has the full deadline', async () => {
    await withPools({ readConnections: 1 }, async (own) => {
      const late = makeRequestDatabase(own, { elapsedMs: NO_DEADLINE_MS / 2 });
      const [row] = await late.rows<{ timeout: string }>(timeout);
      const leftMs = Number(/^(\d+)ms$/.exec(row?.timeout ?? '')?.[1]);
      expect(leftMs).toBeGreaterThan(0);
      expect(leftMs).toBeLessThanOrEqual(NO_DEADLINE_MS / 2);
      expect(await makeRequestDatabase(own).rows(timeout)).toEqual([{ timeout: '10min' }]);
    });
  });

  test('three long statements do not get three deadlines', async () => {
    await withPools({ readConnections: 1 }, async (own) => {
      await makeRequestDatabase(own).execute(sql`select 1`);
      const db = makeRequestDatabase(own, { elapsedMs: NO_DEADLINE_MS - 600 });
      const read = async (): Promise<void> => {
        for (let n = 0; n < 3; n += 1) await db.execute(sql`select pg_sleep(0.4)`);
      };
      await expect(read()).rejects.toBeInstanceOf(DeadlineError);
    });
  });

  test('no statement runs after it, and waiting for a connection counts', async () => {
    await withPools({ readConnections: 1 }, async (own) => {
      const over = makeRequestDatabase(own, { elapsedMs: NO_DEADLINE_MS });
      await expect(over.rows(timeout)).rejects.toBeInstanceOf(DeadlineError);
      const acquired = await own.readPool.acquire();
      // The connection is not released meanwhile: only the deadline can end the wait.
      await expect(lateDatabase(own).rows(timeout)).rejects.toBeInstanceOf(OverloadedError);
      acquired.release();
    });
  });
});

test('a client that disconnects while it waits for a connection leaves the queue', async () => {
  await withPools({ readConnections: 1 }, async (own) => {
    const acquired = await own.readPool.acquire();
    const disconnect = new AbortController();
    const waiting = makeRequestDatabase(own, { signal: disconnect.signal }).rows(sql`select 1`);
    expect(own.readPool.countWaiting()).toBe(1);
    disconnect.abort();
    await expect(waiting).rejects.toBeInstanceOf(DeadlineError);
    expect(own.readPool.countWaiting()).toBe(0);
    acquired.release();
  });
});

test('the error of a statement contains neither the statement nor its parameters', async () => {
  const failure = makeRequestDatabase(database()).execute(sql`select ${'Hunter2'}::text, 1 / ${0}::integer`);
  const error: unknown = await failure.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: '22012', message: 'division by zero' });
  expect(JSON.stringify([error, (error as Error).stack])).not.toMatch(/Hunter2|select/);
});

test('the read pool cannot write', async () => {
  await expect(makeRequestDatabase(database()).execute(sql`delete from session_event`)).rejects.toMatchObject(
    {
      cause: { code: '25006' },
    },
  );
});

test('a named read is planned generically, and does not change the planning of others', async () => {
  await withPools({ readConnections: 1 }, async (own) => {
    const db = makeRequestDatabase(own);
    const mode = sql`select current_setting('plan_cache_mode') as mode`;
    expect(await db.rows(mode, 'mode')).toEqual([{ mode: 'force_generic_plan' }]);
    expect(await db.rows(mode)).toEqual([{ mode: 'auto' }]);
    await expect(db.rows(sql`select 1 / 0`, 'fails')).rejects.toThrow('division by zero');
    expect(await db.rows(mode)).toEqual([{ mode: 'auto' }]);
  });
});

test('settings of the database change neither durability nor the format of times', async () => {
  const { writePool } = database();
  await writePool.query(`do $$ begin
    execute format('alter database %I set timezone = %L', current_database(), 'Asia/Tokyo');
    execute format('alter database %I set synchronous_commit = off', current_database());
    execute format('alter database %I set datestyle = %L', current_database(), 'German');
  end $$`);
  await withPools({}, async (own) => {
    for (const pool of [own.readPool, own.writePool]) {
      const { rows } = await pool.query(
        `select current_setting('timezone') as zone, current_setting('synchronous_commit') as commit, timestamptz '2026-11-16 09:00:00+00' as time`,
      );
      expect(rows).toEqual([{ zone: 'UTC', commit: 'on', time: '2026-11-16 09:00:00+00' }]);
    }
  });
});

test('a connection that is terminated while it is acquired and idle fails its next statement, but not the process', async () => {
  const client = await database().writePool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await database().writePool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await awaitUntil('it has ended', async () => {
    const outcome = await client.query('select 1').catch(() => 'failed');
    return outcome === 'failed';
  });
  client.release(true);
  await expect(database().writePool.query('select 1')).resolves.toBeDefined();
});
