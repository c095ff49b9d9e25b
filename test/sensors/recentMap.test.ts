import { expect, test } from '@jest/globals';

import { makeRecentMap, getRecent, setRecent } from '../../src/sensors/recentMap.ts';

test('the keys that were set last are kept, in bounded memory', () => {
  const memory = makeRecentMap<number>(100);
  for (let n = 0; n < 10_000; n += 1) setRecent(memory, `key ${n}`, n);
  expect(memory.newer.size + memory.older.size).toBeLessThanOrEqual(200);
  expect([
    getRecent(memory, 'key 9999'),
    getRecent(memory, 'key 9900'),
    getRecent(memory, 'key 9000'),
  ]).toEqual([9999, 9900, undefined]);
});

test('a key has the value that was set last', () => {
  const memory = makeRecentMap<string>(2);
  setRecent(memory, 'a', 'first');
  setRecent(memory, 'b', 'other');
  setRecent(memory, 'a', 'last');
  expect(getRecent(memory, 'a')).toBe('last');
});
