import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { INGEST } from '../support/api.ts';
import { urlOf, useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';

import { spawnChild } from './spawnChild.ts';

const database = useDatabase();
const REQUESTS = 16;

/** Sends requests with one event each at the same time; returns the number of transactions that stored them. */
const countTransactions = async (preload?: string): Promise<number> => {
  const { writePool } = database();
  const { rows } = await writePool.query<{ name: string }>('select current_database() as name');
  await writePool.query('delete from session_event');
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-bench-'));
  const { origin, stop } = await spawnChild({
    script: 'src/cli.js',
    words: ['start'],
    ...(preload !== undefined && { preload }),
    environment: { DATABASE_URL: urlOf(rows[0]?.name ?? ''), AUTH: 'none', PORT: '0' },
    folder,
  });
  try {
    const answers = Array.from({ length: REQUESTS }, async (_, n) =>
      fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: INGEST, variables: { events: [aNumberedLogin(n)] } }),
      }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 200));
    const stored = await writePool.query<{ events: number; transactions: number }>(
      'select count(*)::int events, count(distinct xmin::text)::int transactions from session_event',
    );
    expect(stored.rows[0]?.events).toBe(REQUESTS);
    return stored.rows[0]?.transactions ?? Number.NaN;
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
};

test('the server that the benchmark compares with stores each small request in a transaction of its own', async () => {
  expect(await countTransactions('test/bench/withoutGroups.js')).toBe(REQUESTS);
});

test('the server stores small requests in shared transactions', async () => {
  expect(await countTransactions()).toBeLessThan(REQUESTS);
});
