import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { addKey, revokeKey } from '../src/domain/access/addKey.ts';
import { KEYS_FRESH_MS } from '../src/domain/access/makeKeyRing.ts';
import { openDatabase } from '../src/db/client.ts';
import type { Database } from '../src/db/client.ts';
import { MAX_IN_FLIGHT } from '../src/http/sockets/limitInFlight.ts';
import { readCounts, someRecords, writeFile } from './importer/importing.ts';
import { INGEST } from './support/api.ts';
import { urlOf } from './support/database.ts';
import { aLock } from './support/events.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { bearer } from './support/keys.ts';
import { withEventsLocked } from './support/lockedEvents.ts';
import { maintain } from './support/maintain.ts';
import { useSpawnMain } from './support/useSpawnMain.ts';
import { PATIENT } from './support/timeLimits.ts';

const WORKERS = 3;
const name = `test_workers_${randomUUID().replaceAll('-', '')}`;
const url = urlOf(name);

let database: Database;
const spawnMain = useSpawnMain();

beforeAll(async () => {
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  database = openDatabase({ url, readConnections: 1, writeConnections: 2, ...PATIENT });
});

afterAll(async () => {
  await database.close();
  await maintain(`drop database if exists ${name} with (force)`);
});

const start = async (settings: Record<string, string> = {}, flags: readonly string[] = []) => {
  const main = spawnMain({
    settings: { DATABASE_URL: url, AUTH: 'none', WORKERS: String(WORKERS), ...settings },
    flags,
  });
  return { ...main, url: (await main.url) ?? '' };
};

type Started = Awaited<ReturnType<typeof start>>;

/** Each request has a connection of its own, which any worker may accept. */
const ask = async (main: Started, query: string, variables = {}, credential = {}): Promise<Response> =>
  fetch(main.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...credential },
    body: JSON.stringify({ query, variables }),
  });

const times = async <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => work(index)));

const LIST = '{ sessionEvents { nodes { hostname } } }';

/** Waits until at least so many statements wait for the lock: the maintenance at the start may wait, too. */
const awaitLists = async (count: number): Promise<void> =>
  awaitUntil(`${count} statements wait for the lock`, async () => {
    const { rows } = await database.keyPool.query<{ count: number }>(
      `select count(*)::integer from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return (rows[0]?.count ?? 0) >= count;
  });

/** The child processes that are not Postgres. */
const workersOf = ({ child }: Started): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/ +/))
    .filter(([, parent, program = '']) => Number(parent) === child.pid && program.includes('node'))
    .map(([pid]) => Number(pid));

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const readMetric = async ({ url: api }: Started, metric: string): Promise<number> => {
  const response = await fetch(new URL('/metrics', api), { headers: { connection: 'close' } });
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith(metric));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

test('metrics count what all workers did, whichever of them is asked', async () => {
  const main = await start();
  expect(workersOf(main)).toHaveLength(WORKERS);
  await times(12, async () => ask(main, LIST));
  for (let scrape = 0; scrape < WORKERS; scrape += 1) {
    expect(await readMetric(main, 'sessionscope_requests_total{route="/graphql"')).toBe(12);
    expect(await readMetric(main, 'sessionscope_workers ')).toBe(WORKERS);
  }
});

test('a budget is that of all workers and all servers together', async () => {
  const limits = { COST_LIMIT: '1000', COST_PER_MINUTE: '1000' };
  const servers = await Promise.all([start(limits), start({ ...limits, WORKERS: '1' })]);
  const startMs = performance.now();
  const responses = await times(40, async (request) => {
    const events = Array.from({ length: 100 }, (_, index) =>
      aLock({ hostname: 'BUDGET', sourceId: `${request} ${index}` }),
    );
    return ask(servers[request % 2]!, INGEST, { events });
  });
  const accepted = responses.filter(({ status }) => status === 200).length;
  const refilled = ((performance.now() - startMs) / 60_000) * 1000;
  expect(accepted).toBeGreaterThan(0);
  expect(accepted).toBeLessThanOrEqual((1000 + refilled) / 100);
  const refused = responses.filter(({ status }) => status === 429);
  expect(accepted + refused.length).toBe(40);
  expect(refused[0]?.headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);
});

test('the limit of requests in flight is that of all workers together, also on few of them', async () => {
  const main = await start();
  const statuses: Promise<number>[] = [];
  let overloaded = 0;
  await withEventsLocked(database, async () => {
    for (let index = 0; index < MAX_IN_FLIGHT + 16; index += 1) {
      statuses.push(
        ask(main, LIST).then(({ status }) => {
          if (status === 503) overloaded += 1;
          return status;
        }),
      );
    }
    // The first refusals may come before all requests have arrived.
    await awaitUntil('all requests above the limit are refused', async () => overloaded >= 16);
    await awaitLists(10);
  });
  const all = await Promise.all(statuses);
  const answered = all.filter((status) => status === 200).length;
  expect(answered).toBeLessThanOrEqual(MAX_IN_FLIGHT);
  // A few slots may be on their way from one worker to another.
  expect(answered).toBeGreaterThan(MAX_IN_FLIGHT / 2);
  expect((await ask(main, LIST)).status).toBe(200);
});

test('a revoked key is refused by all workers', async () => {
  const main = await start({ AUTH: 'required' });
  const { key, text } = await addKey(database, {
    name: 'shipper',
    scopes: ['events:read'],
    lifetimeMs: null,
  });
  const askEach = async (): Promise<number[]> =>
    times(2 * WORKERS, async () => (await ask(main, LIST, {}, bearer(text))).status);
  await awaitUntil('all accept it', async () => (await askEach()).every((status) => status === 200));
  await revokeKey(database, key.id);
  await sleep(KEYS_FRESH_MS);
  expect(new Set(await askEach())).toEqual(new Set([401]));
});

test('a worker that ends fails its own requests only and is replaced; nothing acknowledged is lost', async () => {
  const main = await start();
  const [victim = 0] = workersOf(main);
  let failed = 0;
  let acknowledged = 0;
  let isOver = false;
  const send = async (sender: number): Promise<void> => {
    for (let index = 0; !isOver; index += 1) {
      const event = aLock({ hostname: `K${sender}`, sourceId: `${sender} ${index}` });
      const response = await ask(main, INGEST, { events: [event] }).catch(() => null);
      if (response === null) failed += 1;
      else acknowledged += (await response.json()).data.ingestSessionEvents.accepted;
    }
  };
  const senders = times(6, send);
  await awaitUntil('events are stored', async () => acknowledged > 30);
  process.kill(victim, 'SIGKILL');
  const before = acknowledged;
  await awaitUntil('the others go on', async () => acknowledged > before + 30);
  await awaitUntil(
    'it is replaced',
    async () => (await readMetric(main, 'sessionscope_workers ')) === WORKERS,
  );
  isOver = true;
  await senders;
  expect(failed).toBeLessThanOrEqual(6);
  const { rows } = await database.writePool.query<{ count: number }>(
    `select count(*)::integer from session_event where hostname like 'K%'`,
  );
  // The event of a failed request may be stored or not.
  expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged);
  expect(rows[0]?.count).toBeLessThanOrEqual(acknowledged + failed);
  expect(await readMetric(main, 'sessionscope_worker_restarts_total ')).toBe(1);
  expect(main.log().filter((line) => line.includes('A worker has ended and is replaced'))).toHaveLength(1);
  expect(main.errors()).toBe('');
});

const interruptAll = (main: Started): void => {
  for (const pid of [...workersOf(main), main.child.pid ?? 0]) process.kill(pid, 'SIGINT');
};

describe('a stop signal', () => {
  test('to the server lets the requests of all workers finish, and ends all processes', async () => {
    const main = await start();
    const workers = workersOf(main);
    let answers: Promise<Response[]> = Promise.resolve([]);
    await withEventsLocked(database, async () => {
      answers = times(6, async () => ask(main, LIST));
      await awaitLists(6);
      main.child.kill('SIGTERM');
      await awaitUntil('it accepts no requests', async () =>
        fetch(new URL('/livez', main.url), { headers: { connection: 'close' } }).then(
          () => false,
          () => true,
        ),
      );
      expect(main.child.exitCode).toBeNull();
    });
    expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await main.ended).toBe(0);
    expect(workers.filter(isRunning)).toEqual([]);
    expect(main.errors()).toBe('');
  });

  test('to all processes at once, as Ctrl-C does, ends them with 0', async () => {
    const main = await start();
    interruptAll(main);
    expect(await main.ended).toBe(0);
    expect(main.errors()).toBe('');
  });

  test('to all processes during an import at start: its events in flight are stored first', async () => {
    const records = someRecords(30_000).map((record) => ({ ...record, Hostname: 'STOPPED' }));
    const main = await start({}, [writeFile(records)]);
    await withEventsLocked(database, async () => {
      // Four batches. The first one waits for the lock; the others may wait for the first.
      await awaitLists(1);
      interruptAll(main);
      await awaitUntil('it stops', async () => main.output().includes('Stopping'));
    });
    expect(await main.ended).toBe(0);
    expect(main.output()).toContain('STOPPED before the end: interrupted\n');
    expect(main.output()).not.toContain('A worker has ended');
    const counts = readCounts(main.output());
    expect(counts['accepted']).toBeGreaterThan(0);
    // A slow server answers after the importer has given up waiting, but no connection breaks.
    expect(main.errors().replaceAll(/^the server at .* has not answered yet.*\n/gm, '')).toBe('');
  });

  test('does not wait for a worker that does nothing for half a minute', async () => {
    const main = await start();
    const [stopped = 0] = workersOf(main);
    process.kill(stopped, 'SIGSTOP');
    main.child.kill('SIGTERM');
    expect(await main.ended).toBe(0);
    expect(isRunning(stopped)).toBe(false);
  });
});

test('the workers end when the primary process is killed', async () => {
  const main = await start();
  const workers = workersOf(main);
  main.child.kill('SIGKILL');
  expect(workers).toHaveLength(WORKERS);
  await awaitUntil('they have ended', async () => !workers.some(isRunning));
});

test('a start that fails before the workers serve reports only why', async () => {
  const main = await start({ DATABASE_URL: 'postgres://user@127.0.0.1:1/name' });
  expect(await main.ended).toBe(1);
  expect(main.errors()).toMatch(/^Sessionscope cannot start: no Postgres answers at DATABASE_URL [^\n]*\n$/);
});

test('a port that is in use is reported once', async () => {
  const taken = createServer();
  await once(taken.listen(0, '127.0.0.1'), 'listening');
  const { port } = taken.address() as AddressInfo;
  const main = await start({ PORT: String(port) });
  expect(await main.ended).toBe(1);
  expect(main.errors()).toBe(
    `Sessionscope cannot start: port ${port} on 127.0.0.1 is in use; stop the program that uses it, or set PORT.\n`,
  );
  taken.close();
});
