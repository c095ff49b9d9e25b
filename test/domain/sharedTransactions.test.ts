import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { lockHosts } from '../../src/db/lockHosts.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import { withTransaction } from '../../src/db/withTransaction.ts';
import { recordItems } from '../../src/domain/recordItems.ts';
import type { ContextEventToRecord, EventToRecord, ItemResult } from '../../src/domain/recordItems.ts';
import type { Note } from '../../src/model/joins/join.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { aLoginOf, listenToInserts, recordRequest } from '../support/recordRequest.ts';
import type { Recorded } from '../support/recordRequest.ts';
import { samples } from '../support/samples.ts';
import { clear } from '../support/sessionItems.ts';
import { readStitched, readStored } from '../support/sessions/readStitched.ts';

const database = useDatabase();
const oneByOne = useDatabase();

/** The host names of the events that each transaction inserted or tried to. */
const inserts: string[][] = [];
beforeAll(() => listenToInserts(database(), (hostnames) => inserts.push(hostnames)));

beforeEach(async () => {
  await clear(database());
  inserts.length = 0;
});

const time = fc.nat(11).map((minute) => `2026-11-16T09:${String(minute).padStart(2, '0')}:00Z`);
const hostname = fc.constantFrom('A', 'B', 'C');
const loginId = fc.constantFrom('0x1', '0x2', '0x3e7', undefined);

const arbitraryEvent: fc.Arbitrary<EventToRecord> = fc
  .record({
    action: fc.constantFrom('LOGIN', 'LOGOUT', 'RECONNECT', 'LOCK', 'UNLOCK'),
    // A rejected one among the good ones.
    time: fc.oneof({ weight: 12, arbitrary: time }, { weight: 1, arbitrary: fc.constant('yesterday') }),
    hostname,
    loginId,
    user: fc.constantFrom('CORP\\ana', 'bob', undefined),
  })
  .map(({ action, ...fields }) => ({
    action,
    input: { ...fields, ...(action === 'LOGIN' && { loginSuccessful: true }) },
  }));

const arbitraryContextEvent: fc.Arbitrary<ContextEventToRecord> = fc
  .record({
    kind: fc.constantFrom('HOST_START', 'HOST_STOP', 'HOST_SEEN', 'DISCONNECT'),
    time,
    hostname,
    loginId,
  })
  .map(({ kind, loginId: id, ...fields }) => ({
    kind,
    input: { ...fields, ...(kind === 'DISCONNECT' && { loginId: id }) },
  }));

/** Small requests that take items from one list, so that they share items and repeat some. */
const arbitraryRequests = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: arbitraryEvent }, { weight: 1, arbitrary: arbitraryContextEvent }),
    {
      minLength: 5,
      maxLength: 40,
    },
  )
  .chain((items) =>
    fc.array(fc.array(fc.constantFrom(...items), { maxLength: 8 }), { minLength: 2, maxLength: 12 }),
  );

const keyOf = (result: ItemResult): string | null => ('key' in result ? result.key.uuid : null);

/** Whether the requests could have been stored one after another, in some order, with these verdicts. */
const haveOrder = (answers: readonly Recorded[]): boolean => {
  let left = answers.map(({ results }) => results);
  const stored = new Set<string | null>();
  const isNext = (results: readonly ItemResult[]): boolean => {
    const known = new Set(stored);
    return results.every((result) => {
      if (result.status === 'REJECTED') return true;
      const isKnown = known.has(keyOf(result));
      known.add(keyOf(result));
      return isKnown === (result.status === 'DUPLICATE');
    });
  };
  while (left.length > 0) {
    const next = left.find(isNext);
    if (next === undefined) return false;
    for (const result of next) stored.add(keyOf(result));
    left = left.filter((one) => one !== next);
  }
  return true;
};

test('concurrent small requests store what they store one after another, and their verdicts have an order', async () => {
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryRequests, async (requests) => {
      await clear(database());
      await clear(oneByOne());
      inserts.length = 0;
      const answers = await Promise.all(requests.map(async (items) => recordRequest(database(), items)));
      if (inserts.length < requests.filter(({ length }) => length > 0).length - 1) shared += 1;
      const expected: Recorded[] = [];
      for (const items of requests) expected.push(await recordRequest(oneByOne(), items));

      expect(await readStored(database())).toEqual(await readStored(oneByOne()));
      expect(await readStitched(database())).toEqual(await readStitched(oneByOne()));
      expect(haveOrder(answers)).toBe(true);
      const keysOf = (all: readonly Recorded[]) => all.map(({ results }) => results.map(keyOf));
      expect(keysOf(answers)).toEqual(keysOf(expected));
      for (const { results, counts } of answers) {
        const count = (status: ItemResult['status']) =>
          results.filter((result) => result.status === status).length;
        expect(counts).toMatchObject({
          accepted: count('ACCEPTED'),
          duplicates: count('DUPLICATE'),
          rejected: count('REJECTED'),
        });
      }
    }),
    samples(60),
  );
  expect(shared).toBeGreaterThan(0);
});

test('of one event that several requests of a group send, the first is accepted and kept', async () => {
  const users = ['CORP\\first', 'CORP\\second', 'CORP\\third'];
  const requests = users.map((user, n) => [aLoginOf('A', 'same/1', user), aLoginOf('A', `own/${n}`)]);
  // The first request is stored alone, and the others gather meanwhile.
  const [, ...answers] = await Promise.all(
    [[aLoginOf('Z', 'before/1')], ...requests].map(async (items) => recordRequest(database(), items)),
  );
  expect(inserts.toSorted()).toEqual([['A'], ['Z']]);
  expect(answers.map(({ results }) => results.map(({ status }) => status))).toEqual([
    ['ACCEPTED', 'ACCEPTED'],
    ['DUPLICATE', 'ACCEPTED'],
    ['DUPLICATE', 'ACCEPTED'],
  ]);
  const { rows } = await database().writePool.query(
    `select "user" from session_event where source_id = 'same/1'`,
  );
  expect(rows).toEqual([{ user: 'CORP\\first' }]);
});

test('requests of a hundred joined records share a transaction', async () => {
  const recordJoined = async (host: string): Promise<number> => {
    const events = Array.from({ length: 100 }, (_, n) => ({
      record: n,
      ...aLoginOf(host, `${host}/${n}`),
    }));
    const join = { hostname: host, timeMs: 0, source: 'test', asks: [], tells: [] };
    const joins = events.map((_, index) => ({ join, item: { list: 'EVENTS', index } as const }));
    const { accepted } = await recordItems(
      { database: database(), rules: RULES },
      { events, contextEvents: [], joins },
      () => undefined,
    );
    return accepted;
  };
  const before = await withTransaction(database().writePool, async (client) => {
    await lockHosts(client, ['Z']);
    // It waits for the lock, and the others gather meanwhile.
    const waiting = recordRequest(database(), [aLoginOf('Z', 'before/1')]);
    expect(await Promise.all(['A', 'B'].map(recordJoined))).toEqual([100, 100]);
    return { waiting };
  });
  await before.waiting;
  expect(inserts).toContainEqual(['A', 'B']);
});

test('records that are joined read the notes of the requests before them in their group', async () => {
  const read: (readonly string[])[] = [];
  const join = async (name: string): Promise<unknown> =>
    storeItems(
      database(),
      { events: [], contextEvents: [] },
      {
        withoutItem: 1,
        hostnames: ['A'],
        asked: [{ hostname: 'A', key: 'names', fromMs: 0, untilMs: 9 }],
        resolve: async (notes: readonly Note[]) => {
          read.push(notes.flatMap(({ values }) => Object.keys(values).toSorted()));
          const note = { hostname: 'A', key: 'names', timeMs: 1, source: 'test', keepMs: 60_000 };
          return {
            items: { events: [], contextEvents: [] },
            notes: [{ ...note, values: { [name]: true } }],
          };
        },
      },
    );
  await Promise.all([
    recordRequest(database(), [aLoginOf('Z', 'before/1')]),
    join('a'),
    join('b'),
    join('c'),
  ]);
  expect(read).toEqual([[], ['a'], ['a', 'b']]);
});
