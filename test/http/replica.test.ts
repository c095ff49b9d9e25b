import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { ROLES } from '../../src/db/roles/privileges.ts';
import { INGEST } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { aLock } from '../support/events.ts';
import { openServer } from '../support/openServer.ts';
import { makeReplicaPair } from '../support/replicaPair.ts';
import type { ReplicaPair } from '../support/replicaPair.ts';
import { samples } from '../support/samples.ts';
import { HOUR_MS, PATIENT } from '../support/timeLimits.ts';

let pair: ReplicaPair;
let database: Database;
let url = '';
let close = async (): Promise<void> => undefined;

beforeAll(async () => {
  pair = await makeReplicaPair();
  database = openFor(HOUR_MS);
  const { server, url: address } = await openServer(database);
  url = address;
  close = server.close;
});

afterAll(async () => {
  await close();
  await database?.close();
  await pair?.remove();
});

const openFor = (maxReplicaLagMs: number): Database =>
  openDatabase({
    logins: {
      reader: { url: pair.standbyUrl, role: ROLES.reader },
      writer: { url: pair.primaryUrl, role: null },
    },
    readConnections: 3,
    writeConnections: 2,
    maxReplicaLagMs,
    ...PATIENT,
  });

const isIn =
  (state: string, which = database) =>
  async (): Promise<boolean> =>
    which.replica?.state() === state;

const pause = async (): Promise<unknown> => pair.onStandby('select pg_wal_replay_pause()');
const resume = async (): Promise<unknown> => pair.onStandby('select pg_wal_replay_resume()');

beforeEach(async () => {
  await resume();
  await awaitUntil('reads go to the standby', isIn('USED'));
});

const HEADER = 'x-sessionscope-position';

let count = 0;

/** Stores an event on a new host; returns the host and the position. */
const store = async (): Promise<{ readonly hostname: string; readonly position: string }> => {
  count += 1;
  const hostname = `REPLICA${count}`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: INGEST, variables: { events: [aLock({ hostname })] } }),
  });
  expect(await response.json()).toMatchObject({ data: { ingestSessionEvents: { accepted: 1 } } });
  return { hostname, position: response.headers.get(HEADER) ?? 'none' };
};

const isFound = async (hostname: string, position?: string): Promise<boolean> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(position !== undefined && { [HEADER]: position }) },
    body: JSON.stringify({
      query: 'query ($hostname: String!) { host(hostname: $hostname) { hostname } }',
      variables: { hostname },
    }),
  });
  const { data, errors } = (await response.json()) as { data: { host: object | null }; errors?: unknown };
  expect(errors).toBeUndefined();
  return data.host !== null;
};

const movesOf = ({ replica }: Database) => {
  if (replica === null) throw new Error('The database has no replica.');
  return { ...replica.countMoves() };
};

test('reads go to the standby, and those that send the position of an answer see what it acknowledged', async () => {
  await pause();
  const { hostname, position } = await store();
  expect(position).toMatch(/^[\dA-F]{16}$/);
  expect(await isFound(hostname)).toBe(false);
  expect(await isFound(hostname, position)).toBe(true);
  await resume();
  await awaitUntil('the standby has it', async () => isFound(hostname));
  await awaitUntil('the standby is asked for the position again', async () => {
    const { BEHIND } = movesOf(database);
    expect(await isFound(hostname, position)).toBe(true);
    return movesOf(database).BEHIND === BEHIND;
  });
});

test('in any order of writes, reads and delays, a read with a position sees all that was acknowledged before', async () => {
  const step = fc.constantFrom('STORE', 'STORE', 'READ', 'READ', 'PAUSE', 'RESUME');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      let stored: Awaited<ReturnType<typeof store>> | null = null;
      for (const each of steps) {
        if (each === 'STORE') stored = await store();
        if (each === 'PAUSE') await pause();
        if (each === 'RESUME') await resume();
        if (each === 'READ' && stored !== null)
          expect(await isFound(stored.hostname, stored.position)).toBe(true);
      }
      await resume();
    }),
    samples(6),
  );
});

test('duplicates have a position, too, and a request that stored nothing has none', async () => {
  await pause();
  const send = async (body: string) =>
    fetch(`${url}/ingest`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const record = JSON.stringify({ lock: aLock({ hostname: 'TWICE' }).lock });
  const first = await send(record);
  const second = await send(record);
  expect(await second.json()).toMatchObject({ duplicates: 1 });
  for (const { headers } of [first, second])
    expect(await isFound('TWICE', headers.get(HEADER) ?? 'none')).toBe(true);
  const rejected = await send('{"lock": {"time": "2026-11-16T09:00:00Z", "hostname": ""}}');
  expect(await rejected.json()).toMatchObject({ rejected: 1 });
  expect(rejected.headers.get(HEADER)).toBeNull();
});

test.each(['', 'x', '0/16B3748', '00000000016B374', '00000000016B3748, 00000000016B3749'])(
  'the position %p is refused',
  async (position) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HEADER]: position },
      body: '{"query": "{ __typename }"}',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_POSITION' } }] });
  },
);

test('a standby that lags too much is not used until it has caught up', async () => {
  const own = openFor(0);
  try {
    await awaitUntil('the standby is used', isIn('USED', own));
    await pause();
    const { hostname } = await store();
    await awaitUntil('it lags', isIn('LAGGING', own));
    expect(own.replica?.lagSeconds()).toBeGreaterThan(0);
    const read = async () =>
      makeRequestDatabase(own).rows(sql`select hostname from host where hostname = ${hostname}`);
    expect(await read()).toEqual([{ hostname }]);
    expect(movesOf(own)).toMatchObject({ NOT_USED: 1 });
    await resume();
    await awaitUntil('it is used again', isIn('USED', own));
    expect(own.replica?.lagSeconds()).toBe(0);
  } finally {
    await own.close();
  }
});

test('a statement that is cancelled because of a conflict with replay is run again on the primary', async () => {
  // One transaction, so that the standby has all of it at once.
  await pair.onPrimary(
    `create table conflicting (id integer); insert into conflicting values (1); grant select on conflicting to ${ROLES.reader}`,
  );
  await awaitUntil('the standby has the table', async () =>
    pair.onStandby('select from conflicting').then(
      ({ length }) => length === 1,
      () => false,
    ),
  );
  const db = makeRequestDatabase(database);
  const slow = sql`select id, case when pg_is_in_recovery() then pg_sleep(3600)::text else 'primary' end as place from conflicting`;
  const before = movesOf(database);
  const rows = db.rows(slow);
  const passed: unknown[] = [];
  const each = makeRequestDatabase(database).each(slow, (row) => passed.push(row));
  await awaitUntil('both run on the standby', async () => {
    const running = await pair.onStandby(`select from pg_stat_activity where wait_event = 'PgSleep'`);
    return running.length === 2;
  });
  await pair.onPrimary('begin; lock table conflicting in access exclusive mode; commit');
  const onPrimary = { id: 1, place: 'primary' };
  expect(await rows).toEqual([onPrimary]);
  await each;
  expect(passed).toEqual([onPrimary]);
  expect(movesOf(database).CONFLICT).toBe(before.CONFLICT + 2);
  expect(database.replica?.state()).toBe('USED');
});

test('/readyz and /metrics show the standby', async () => {
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ok', version: expect.any(String), replica: 'USED', replicaLagSeconds: expect.any(Number) },
  ]);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/^sessionscope_replica_used 1$/m);
  expect(metrics).toMatch(/^sessionscope_replica_lag_seconds \d/m);
  expect(metrics).toMatch(/^sessionscope_reads_up 1$/m);
  expect(metrics).toMatch(/^sessionscope_requests_moved_to_primary_total\{reason="behind"\} \d/m);
});
