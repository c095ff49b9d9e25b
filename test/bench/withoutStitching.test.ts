import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { INGEST } from '../support/api.ts';
import { urlOf, useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';

import { spawnChild } from './spawnChild.ts';

const database = useDatabase();

test('the server that the benchmark compares with stores events, and makes no sessions', async () => {
  const { rows } = await database().writePool.query<{ name: string }>('select current_database() as name');
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-bench-'));
  const { origin, stop } = await spawnChild({
    script: 'src/cli.js',
    words: ['start'],
    preload: 'test/bench/withoutStitching.js',
    environment: { DATABASE_URL: urlOf(rows[0]?.name ?? ''), AUTH: 'none', PORT: '0' },
    folder,
  });
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: INGEST, variables: { events: [aNumberedLogin(1)] } }),
    });
    expect(await response.json()).toMatchObject({ data: { ingestSessionEvents: { accepted: 1 } } });
    const stored =
      'select (select count(*)::int from session_event) events, count(*)::int sessions from session';
    expect((await database().writePool.query(stored)).rows).toEqual([{ events: 1, sessions: 0 }]);
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
});
