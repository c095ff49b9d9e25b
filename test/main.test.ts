import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openDatabase } from '../src/db/client.ts';
import type { Database } from '../src/db/client.ts';
import { readCounts, someRecords, writeFile } from './importer/importing.ts';
import { INGEST } from './support/api.ts';
import { urlOf } from './support/database.ts';
import { aLock } from './support/events.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { awaitWaiting, withEventsLocked } from './support/lockedEvents.ts';
import { maintain } from './support/maintain.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';
import { PATIENT } from './support/timeLimits.ts';

const name = `test_main_${randomUUID().replaceAll('-', '')}`;
const url = urlOf(name);
const SETTINGS = { DATABASE_URL: url, AUTH: 'none' };
const SECRET = 'Hunter2-never-log';

let database: Database;
const spawnMain = useSpawnMain();

beforeAll(async () => {
  // The database is empty: the first servers create the tables.
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  database = openDatabase({ url, readConnections: 1, writeConnections: 2, ...PATIENT });
});

afterAll(async () => {
  await database.close();
  await maintain(`drop database if exists ${name} with (force)`);
});

/** Starts the process on the database of this file; it is ended after the test. */
const spawn = (settings: Record<string, string> = {}, flags: readonly string[] = []): MainProcess =>
  spawnMain({ settings: { ...SETTINGS, ...settings }, flags });

/** Waits until the process serves or ends. */
const start = async (settings: Record<string, string> = {}, flags: readonly string[] = []) => {
  const main = spawn(settings, flags);
  return { ...main, url: await main.url };
};

type Started = Awaited<ReturnType<typeof start>>;

const ask = async (main: Started, query: string, variables = {}): Promise<any> => {
  const response = await fetch(main.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

const ingest = async (main: Started, events: readonly object[]): Promise<any> =>
  (await ask(main, INGEST, { events })).data.ingestSessionEvents;

const LIST = '{ sessionEvents { nodes { hostname } } }';

/** Expects that the process ended before it served, for this reason. */
const expectEnd = async (main: Started, code: number, reason: RegExp): Promise<void> => {
  expect(main.url).toBeNull();
  expect(main.errors()).toMatch(reason);
  expect(main.errors()).not.toMatch(/^ {4}at /m);
  expect(await main.ended).toBe(code);
};

test('three servers that start concurrently on an empty database create its tables once, and all serve', async () => {
  const mains = await Promise.all([start(), start(), start()]);
  for (const [index, main] of mains.entries()) {
    const hostname = `HOST${index}`;
    expect(await ingest(main, [aLock({ hostname })])).toMatchObject({ accepted: 1 });
  }
  for (const main of mains) {
    expect((await ask(main, LIST)).data.sessionEvents.nodes).toHaveLength(3);
  }
  const { rows } = await database.writePool.query<{ count: number }>(
    'select count(*)::integer from drizzle.__drizzle_migrations',
  );
  const migrations = readdirSync('drizzle').filter((file) => file.endsWith('.sql'));
  expect(rows).toEqual([{ count: migrations.length }]);
});

test('npm run rebuild repairs the sessions of a database that a server uses', async () => {
  const main = await start();
  await ingest(main, [aLock({ hostname: 'REBUILT', loginId: '0x77' })]);
  await database.writePool.query(`update session set lock_count = 9 where hostname = 'REBUILT'`);
  const rebuild = spawn({}, ['--rebuild']);
  expect(await rebuild.ended).toBe(0);
  expect(rebuild.errors()).toBe('');
  expect(rebuild.output()).toMatch(/^rebuild: \d+ hosts, \d+ login ids processed, 1 sessions changed$/m);
  const list = '{ sessions(filter: { hostname: { eq: "REBUILT" } }) { nodes { lockCount } } }';
  expect((await ask(main, list)).data.sessions.nodes).toEqual([{ lockCount: 1 }]);
});

describe('SIGTERM', () => {
  test('lets queries in flight finish, accepts no others, and ends with 0', async () => {
    const main = await start();
    const answers: Promise<any>[] = [];
    await withEventsLocked(database, async () => {
      answers.push(ask(main, LIST), ingest(main, [aLock({ hostname: 'INFLIGHT' })]));
      await awaitWaiting(database, 2);
      main.child.kill('SIGTERM');
      await awaitUntil('it reports that it is not ready', async () => !(await isReady(main)));
      expect(main.child.exitCode).toBeNull();
    });
    const [list, payload] = await Promise.all(answers);
    expect(list.data.sessionEvents.nodes.length).toBeGreaterThan(0);
    expect(payload).toMatchObject({ accepted: 1 });
    expect(await main.ended).toBe(0);
    expect(main.errors()).toBe('');
  });

  const isReady = async (main: Started): Promise<boolean> => {
    const response = await fetch(new URL('/readyz', main.url ?? '')).catch(() => null);
    return response?.status === 200;
  };

  test('during the start ends it with 0, without a failure', async () => {
    const client = await database.writePool.connect();
    try {
      // The lock of migrations: the server has to wait for it.
      await client.query('select pg_advisory_lock(7361002)');
      const main = spawn();
      await awaitWaiting(database, 1);
      expect(await main.stop()).toBe(0);
      expect(main.errors()).toBe('');
    } finally {
      client.release(true);
    }
  });
});

describe('it refuses to start and prints the reason', () => {
  test('on a database that was created with another value of HOSTNAMES', async () => {
    const main = await start({ HOSTNAMES: 'full' });
    await expectEnd(main, 1, /HOSTNAMES is FULL, but this database was created with SHORT/);
  });

  test('on a port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expectEnd(
      await start({ PORT: String(port) }),
      1,
      new RegExp(`port ${port} on 127\\.0\\.0\\.1 is in use`),
    );
    taken.close();
  });

  test('without a Postgres at DATABASE_URL', async () => {
    const main = await start({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/name' });
    await expectEnd(main, 1, /no Postgres answers at DATABASE_URL/);
    expect(main.errors()).not.toContain('hunter2');
  });

  test('as demo when DATABASE_URL is set', async () => {
    await expectEnd(await start({}, ['--demo']), 1, /unset DATABASE_URL/);
  });

  test('with invalid settings, which are all reported together', async () => {
    const main = await start({ AUTH: 'x', OIDC_ISSUER: 'x', PORT: 'x', LOG_LEVEL: 'x' });
    await expectEnd(main, 2, /^Sessionscope cannot start:\n( {2}- .+\n){5}$/);
  });

  test('with an unknown flag', async () => {
    await expectEnd(await start({}, ['--dmeo']), 2, /--dmeo[^]*npm run demo/);
  });
});

test('--help prints the commands', async () => {
  const main = await start({}, ['--help']);
  expect(await main.ended).toBe(0);
});

describe('old events', () => {
  const OLD = '2010-06-01T00:00:00Z';
  const count = async (): Promise<number> => {
    const { rows } = await database.writePool.query<{ count: number }>(
      `select count(*)::integer from session_event where time < '2011-01-01'`,
    );
    return rows[0]?.count ?? -1;
  };

  test('are rejected after EARLIEST is raised, but stored ones are kept; retention drops them', async () => {
    expect(await ingest(await start(), [aLock({ time: OLD })])).toMatchObject({ accepted: 1 });

    const later = await start({ EARLIEST: '2020-01-01T00:00:00Z' });
    expect(await ingest(later, [aLock({ time: OLD, hostname: 'LATER' })])).toMatchObject({
      rejected: 1,
      results: [{ errors: [{ field: 'time', code: 'TIME_OUT_OF_RANGE' }] }],
    });
    expect(await later.stop()).toBe(0);
    expect(await count()).toBe(1);

    const retaining = await start({ RETENTION_DAYS: '3650' });
    expect(await ingest(retaining, [aLock({ time: OLD, hostname: 'RETAINING' })])).toMatchObject({
      rejected: 1,
    });
    // If other work holds the locks for too long, the server drops the partition at its next attempt.
    await awaitUntil('the old event is dropped', async () => (await count()) === 0);
    expect(await retaining.stop()).toBe(0);
    expect(retaining.log().join('\n')).toContain('session_event_y2010');
  });
});

test('the log has JSON lines with the requests and without values', async () => {
  const main = await start();
  const address = main.url ?? '';
  const filtered = `{ sessionEvents(filter: { user: { eq: "${SECRET}" } }) { nodes { id } } }`;
  await ingest(main, [aLock({ hostname: SECRET, user: SECRET, time: SECRET })]);
  await ask(main, filtered);
  await fetch(`${address}?query=${encodeURIComponent(filtered)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  await fetch(new URL(`/nothing?${SECRET}`, address));
  await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{ ${SECRET}`,
  });
  expect(await main.stop()).toBe(0);
  const lines = main.log().map((line) => JSON.parse(line));
  const requests = lines.filter(({ msg }) => msg === 'Request ended.');
  const asked = requests.map(({ method, route }) => `${method} ${route}`);
  const statuses = requests.map(({ status }) => status);
  expect(asked).toEqual(['POST /graphql', 'POST /graphql', 'GET /graphql', 'GET none', 'POST /graphql']);
  expect(statuses).toEqual([200, 200, 200, 404, 400]);
  expect(main.log().join('\n')).not.toContain(SECRET);
});

describe('npm start -- FILE…', () => {
  const awaitOutput = (main: Started, text: string): Promise<void> =>
    awaitUntil(`${text} is printed`, async () => main.output().includes(text));

  test('imports, prints the summary of the records and the address again, and keeps serving', async () => {
    const main = await start({}, ['--host', 'web01', writeFile([...someRecords(3), { some: 'thing' }])]);
    await awaitOutput(main, ' accepted\n');
    await awaitUntil(
      'the address is printed again',
      async () => main.output().split('Sessionscope is at').length === 3,
    );
    expect(readCounts(main.output())).toMatchObject({ 'records read': 4, events: 3, accepted: 3, failed: 1 });
    expect((await ask(main, '{ host(hostname: "WS1") { hostname } }')).data.host).toEqual({
      hostname: 'WS1',
    });
    expect(await main.stop()).toBe(0);
  });

  test('ends the import when the server is stopped', async () => {
    const file = writeFile(someRecords(20));
    const main = await start({}, ['--follow', file]);
    await awaitUntil(
      'the events are stored',
      async () => (await ask(main, '{ host(hostname: "WS1") { hostname } }')).data.host !== null,
    );
    expect(await main.stop()).toBe(0);
    expect(main.output()).toMatch(/ +20 {2}records read\n/);
  });

  test.each([
    [['/nowhere/at/all.evtx'], /^Sessionscope cannot start: \/nowhere\/at\/all\.evtx does not exist$/m],
    [['--speed', 'x'], /^Sessionscope cannot start: Unknown option '--speed'$/m],
    [
      ['--url=http://x/', 'x'],
      /^Sessionscope cannot start: --url, --key-file and --dry-run are options of npm run import/m,
    ],
  ])('%j is refused before anything starts', async (words, reason) => {
    await expectEnd(await start({}, words), 2, reason);
  });
});
