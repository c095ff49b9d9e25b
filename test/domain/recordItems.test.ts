import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';

import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { OutageError } from '../../src/db/errors.ts';
import { selectEvent } from '../../src/db/selectEvents.ts';
import { canonicalTime } from '../../src/db/tables.ts';
import { checkBatchSize } from '../../src/domain/recordItems.ts';
import type { EventToRecord, ItemResult } from '../../src/domain/recordItems.ts';
import { ACTIONS } from '../../src/model/action.ts';
import type { EventKey, SessionEvent } from '../../src/model/sessionEvent.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { recordEvents } from '../support/recordEvents.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

const record = async (events: readonly EventToRecord[]): Promise<readonly ItemResult[]> =>
  recordEvents(database(), events);

const keysOf = (results: readonly ItemResult[], status: ItemResult['status']): readonly string[] =>
  results.flatMap((result) => (result.status === status && 'key' in result ? [result.key.uuid] : []));

/** The parsed events, by uuid. */
const expectedOf = (events: readonly EventToRecord[]): ReadonlyMap<string, object> =>
  new Map(
    events.map(({ action, input }) => {
      const parsed = parseEventInput(action, input, RULES);
      if (parsed.kind !== 'EVENT') throw new Error(JSON.stringify(parsed.errors));
      return [parsed.event.uuid, parsed.event];
    }),
  );

const withoutIngestedAt = ({ ingestedAt: _, ...event }: SessionEvent): object => event;

/** The stored events of a host, by uuid. */
const storedOf = async (hostname: string): Promise<ReadonlyMap<string, object>> => {
  const { rows } = await database().writePool.query<EventKey>(
    'select hostname, time, id as uuid from session_event where hostname = $1',
    [hostname],
  );
  const db = makeRequestDatabase(database());
  const found = await Promise.all(
    rows.map(async ({ time, ...key }) => selectEvent(db, { ...key, time: canonicalTime(time) })),
  );
  const events = found.filter((event) => event !== null);
  expect(events).toHaveLength(rows.length);
  return new Map(events.map((event) => [event.uuid, withoutIngestedAt(event)]));
};

let lastHost = 0;
const newHost = (): string => {
  lastHost += 1;
  return `HOST-${lastHost}`;
};

const TIMES = ['2023-01-31T23:59:59.999999Z', '2026-10-31T23:59:59.999999Z', '2026-11-01T00:00:00.000000Z'];

/** Distinct events, many of them at the same time; half of them without a source id. */
const eventsOf = (hostname: string, count: number): readonly EventToRecord[] =>
  Array.from({ length: count }, (_, n) => {
    const action = ACTIONS[n % 5] ?? 'LOCK';
    return {
      action,
      input: {
        hostname,
        time: TIMES[n % 3],
        user: `CORP\\user${n}`,
        loginId: n,
        ...(n % 2 === 0 && { sourceId: `windows/security/${n}` }),
        ...(action === 'LOGIN' && { loginSuccessful: n % 4 === 0, srcIp: `10.0.${n >> 8}.${n & 255}` }),
      },
    };
  });

beforeAll(async () => {
  // Opens eight connections, so that concurrent calls really overlap.
  const clients = await Promise.all(Array.from({ length: 8 }, async () => database().writePool.connect()));
  for (const client of clients) client.release();
});

describe('one call', () => {
  test('returns a result for each event; the first of several equal events is stored, also within a call', async () => {
    const hostname = newHost();
    const [event] = eventsOf(hostname, 1) as [EventToRecord];
    const sameWith = (user: string): EventToRecord => ({ ...event, input: { ...event.input, user } });
    const bad: EventToRecord = { action: 'LOCK', input: { hostname, time: 'yesterday' } };
    const results = await record([bad, sameWith('first'), sameWith('second'), bad]);
    expect(results.map(({ status }) => status)).toEqual(['REJECTED', 'ACCEPTED', 'DUPLICATE', 'REJECTED']);
    expect((await record([sameWith('third')])).map(({ status }) => status)).toEqual(['DUPLICATE']);
    expect([...(await storedOf(hostname)).values()]).toMatchObject([{ user: 'first' }]);
  });

  test('with only invalid events sends nothing to the database', async () => {
    const calls = await recordEvents(null as never, [{ action: 'LOCK', input: { hostname: '', time: 0 } }]);
    expect(calls).toMatchObject([
      { status: 'REJECTED', errors: [{ code: 'INVALID_TIME' }, { code: 'INVALID_HOSTNAME' }] },
    ]);
  });

  test.each([0, 5001])('a mutation with %i events is refused', (count) => {
    expect(() => checkBatchSize('events', eventsOf('HOST', count))).toThrow(
      expect.objectContaining({ name: 'Refusal', code: 'BAD_BATCH_SIZE', field: 'events' }),
    );
  });

  test.each([1, 5000])('a mutation with %i events is allowed', (count) => {
    expect(() => checkBatchSize('events', eventsOf('HOST', count))).not.toThrow();
  });

  test('rejects events before the earliest time, as after retention, and creates no partition for them', async () => {
    const hostname = newHost();
    const at = (time: string): EventToRecord => ({ action: 'UNLOCK', input: { hostname, time } });
    const timeBounds = { ...RULES.timeBounds, earliest: '2021-05-01T00:00:00.000000Z' };
    const results = await recordEvents(
      database(),
      [at('2021-04-30T23:59:59.999999Z'), at('2021-05-01T00:00:00Z'), at('2011-05-01T00:00:00Z')],
      { ...RULES, timeBounds },
    );
    expect(results).toMatchObject([
      { status: 'REJECTED', errors: [{ field: 'time', code: 'TIME_OUT_OF_RANGE' }] },
      { status: 'ACCEPTED' },
      { status: 'REJECTED', errors: [{ field: 'time', code: 'TIME_OUT_OF_RANGE' }] },
    ]);
    const names = (await database().partitions.list()).map(({ name }) => name);
    expect(names.filter((name) => name.includes('2011'))).toEqual([]);
  });
});

/** Calls that together contain every event at least once, in any order and split; some events are repeated. */
const arrangement = fc
  .integer({ min: 1, max: 40 })
  .chain((count) => {
    const all = Array.from({ length: count }, (_, n) => n);
    return fc.tuple(
      fc.shuffledSubarray(all, { minLength: count }),
      fc.array(fc.nat({ max: count - 1 }), { maxLength: 30 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 12 })),
      fc.boolean(),
    );
  })
  .map(([order, again, sizes, isConcurrent]) => {
    const places = [...order];
    for (const [index, place] of again.entries()) places.splice((index * 7) % places.length, 0, place);
    const calls: number[][] = [];
    for (const size of sizes) {
      calls.push(places.splice(0, size));
      if (places.length === 0) break;
    }
    return { count: order.length, calls, isConcurrent };
  });

test('any split, order, repetition and concurrency of calls stores the same events and accepts each once', async () => {
  await fc.assert(
    fc.asyncProperty(arrangement, async ({ count, calls, isConcurrent }) => {
      const hostname = newHost();
      const events = eventsOf(hostname, count);
      const batches = calls.map((places) => places.flatMap((place) => events[place] ?? []));
      const results: ItemResult[] = [];
      if (isConcurrent) results.push(...(await Promise.all(batches.map(record))).flat());
      else for (const batch of batches) results.push(...(await record(batch)));

      const expected = expectedOf(events);
      expect(await storedOf(hostname)).toEqual(expected);
      expect(keysOf(results, 'ACCEPTED').toSorted()).toEqual([...expected.keys()].toSorted());
      expect(keysOf(results, 'DUPLICATE')).toHaveLength(batches.flat().length - count);
      // The results are in the order of the call, not of the insert.
      expect(results.map((result) => 'key' in result && result.key.uuid)).toEqual(
        batches.flat().flatMap((event) => [...expectedOf([event]).keys()]),
      );
    }),
    samples(40),
  );
});

test('eight connections that send the same thousand events, shuffled, cause no error; each event is accepted once', async () => {
  const places = Array.from({ length: 1000 }, (_, n) => n);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.shuffledSubarray(places, { minLength: 1000 }), { minLength: 8, maxLength: 8 }),
      async (orders) => {
        const hostname = newHost();
        const events = eventsOf(hostname, 1000);
        const results = await Promise.all(
          orders.map(async (order) => record(order.flatMap((place) => events[place] ?? []))),
        );
        const expected = expectedOf(events);
        expect(keysOf(results.flat(), 'ACCEPTED').toSorted()).toEqual([...expected.keys()].toSorted());
        expect(keysOf(results.flat(), 'DUPLICATE')).toHaveLength(7000);
        expect(await storedOf(hostname)).toEqual(expected);
      },
    ),
    { ...samples(3), endOnFailure: true },
  );
});

test('acknowledged events are stored although connections break, and failed calls can be retried', async () => {
  const hostname = newHost();
  const acknowledged: ItemResult[] = [];
  let outages = 0;
  let isIngesting = true;
  const ingest = async (shipper: number): Promise<void> => {
    for (let batch = 0; batch < 15; batch += 1) {
      const events = Array.from({ length: 40 }, (_, n): EventToRecord => ({
        action: 'LOGOUT',
        input: { hostname, time: TIMES[n % 3], sourceId: `shipper${shipper}/${batch * 40 + n}` },
      }));
      for (;;) {
        const outcome = await record(events).catch((error: unknown) => error);
        if (!(outcome instanceof Error)) {
          acknowledged.push(...(outcome as readonly ItemResult[]));
          break;
        }
        // Shippers retry after outages only; any other error is a bug.
        expect(outcome).toBeInstanceOf(OutageError);
        outages += 1;
      }
    }
  };
  const cutting = cutConnections(() => isIngesting);
  await Promise.all(Array.from({ length: 6 }, async (_, shipper) => ingest(shipper))).finally(() => {
    isIngesting = false;
  });
  expect(await cutting).toBeGreaterThan(0);
  expect(outages).toBeGreaterThan(0);
  const stored = await storedOf(hostname);
  expect(stored.size).toBe(6 * 15 * 40);
  expect(new Set(acknowledged.map((result) => 'key' in result && result.key.uuid))).toEqual(
    new Set(stored.keys()),
  );
  const accepted = keysOf(acknowledged, 'ACCEPTED');
  expect(new Set(accepted).size).toBe(accepted.length);
});

/** The most connections to terminate: on a slow machine a batch takes longer than the time between two cuts and would never succeed. */
const MAX_CUTS = 200;

/** Terminates random active connections of the server; returns their number. */
const cutConnections = async (isActive: () => boolean): Promise<number> => {
  const { writePool } = database();
  const client = new pg.Client({
    connectionString: writePool.options.connectionString,
    application_name: `cutter ${randomUUID()}`,
  });
  await client.connect();
  let cut = 0;
  try {
    while (isActive() && cut < MAX_CUTS) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'sessionscope' and state = 'active'
         order by random() limit 2`,
      );
      cut += rowCount ?? 0;
      await sleep(10);
    }
  } finally {
    await client.end();
  }
  return cut;
};
