import { expect, test } from '@jest/globals';

import { batchReads, BY_IDENTITY } from '../../src/db/batchReads.ts';
import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { selectEvents } from '../../src/db/selectEvents.ts';
import { WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { useDatabase } from '../support/database.ts';
import { watchWork } from '../support/watchWork.ts';

const database = useDatabase();

test('nested lists are read in batches of 100, with turns of the event loop between them', async () => {
  const db = makeRequestDatabase(database());
  const query = { asOf: '', after: null, before: null, limit: 1, scan: 'ASCENDING' } as const;
  const queries = Array.from({ length: 1000 }, (_, n) => ({
    ...query,
    predicate: { kind: 'in', field: 'hostname', values: [`H${n}`] } as const,
  }));
  const turns = await watchWork(async () => {
    const found = await Promise.all(queries.map(async (one) => selectEvents(db, one)));
    expect(found).toEqual(queries.map(() => []));
  });
  expect(turns.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});

test('equal keys are read once in a request, and again in another request', async () => {
  const batches: (readonly unknown[])[] = [];
  const read = batchReads<object, string>(async (_, keys) => {
    batches.push(keys);
    return keys.map((key) => JSON.stringify(key));
  });
  const [one, another] = [makeRequestDatabase(database()), makeRequestDatabase(database())];
  const results = await Promise.all([read(one, { a: 1 }), read(one, { a: 2 }), read(one, { a: 1 })]);
  expect(results).toEqual(['{"a":1}', '{"a":2}', '{"a":1}']);
  await Promise.all([read(one, { a: 2 }), read(another, { a: 2 })]);
  expect(batches).toEqual([[{ a: 1 }, { a: 2 }], [{ a: 2 }]]);
});

test('keys are compared by identity, in one batch, if a read says so', async () => {
  const sizes: number[] = [];
  const read = batchReads<object, null>(async (_, keys) => {
    sizes.push(keys.length);
    return keys.map(() => null);
  }, BY_IDENTITY);
  const db = makeRequestDatabase(database());
  await Promise.all(Array.from({ length: 150 }, async () => read(db, {})));
  expect(sizes).toEqual([150]);
});
