import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { openDatabase } from '../src/db/client.ts';
import type { Database } from '../src/db/client.ts';

import { readCounts, someRecords, writeFile } from './importer/importing.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { urlOf } from './support/database.ts';
import { awaitWaiting, withEventsLocked } from './support/lockedEvents.ts';
import { cloneTemplate } from './support/cloneTemplate.ts';
import { maintain } from './support/maintain.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';
import { PATIENT } from './support/timeLimits.ts';

const name = `test_start_import_${randomUUID().replaceAll('-', '')}`;
const SETTINGS = { DATABASE_URL: urlOf(name), AUTH: 'none' };
let database: Database;
const spawnMain = useSpawnMain();

beforeAll(async () => {
  await cloneTemplate(name);
  database = openDatabase({
    url: urlOf(name),
    readConnections: 1,
    writeConnections: 2,
    ...PATIENT,
  });
});

afterAll(async () => {
  await database.close();
  await maintain(`drop database if exists ${name} with (force)`);
});

/** Runs npm start with these arguments; it is ended after the test. */
const start = (words: readonly string[]): MainProcess => spawnMain({ settings: SETTINGS, flags: words });

const countEvents = async (hostname: string): Promise<number> => {
  const { rows } = await database.writePool.query<{ count: number }>(
    'select count(*)::integer from session_event where hostname = $1',
    [hostname],
  );
  return rows[0]?.count ?? -1;
};

test('SIGTERM during npm start -- FILE stores the events in flight, prints the summary, and ends with 0', async () => {
  const records = someRecords(30_000).map((record) => ({ ...record, Hostname: 'STOPPED' }));
  const main = start([writeFile(records)]);
  await withEventsLocked(database, async () => {
    await awaitUntil('it serves', async () => main.output().includes('Sessionscope is at'));
    // Four batches. The first one waits for the lock; the others may wait for the first.
    await awaitWaiting(database, 4);
    main.child.kill('SIGTERM');
    await awaitUntil('it stops', async () => main.output().includes('Stopping'));
  });
  expect(await main.ended).toBe(0);
  const counts = readCounts(main.output());
  expect(main.output()).toContain('STOPPED before the end: interrupted\n');
  // A slow server answers after the importer has given up waiting: the events are then counted as not confirmed, and are stored.
  const accepted = counts['accepted'] ?? 0;
  expect(accepted + (counts['not confirmed: may be stored, import them again'] ?? 0)).toBe(4_000);
  expect(await countEvents('STOPPED')).toBeGreaterThanOrEqual(accepted);
  expect(await countEvents('STOPPED')).toBeLessThanOrEqual(4_000);
  expect(counts['events']).toBe(4_000 + (counts['not stored'] ?? 0));
  // The only message that a slow machine may cause.
  expect(main.errors().replaceAll(/^the server at .* has not answered yet.*\n/gm, '')).toBe('');
});
