import { expect, test } from '@jest/globals';

import { makeRecall, recall, remember } from '../../src/sensors/recall.ts';

test('the keys that were set last are remembered, in bounded memory', () => {
  const memory = makeRecall<number>(100);
  for (let n = 0; n < 10_000; n += 1) remember(memory, `key ${n}`, n);
  expect(memory.newer.size + memory.older.size).toBeLessThanOrEqual(200);
  expect([recall(memory, 'key 9999'), recall(memory, 'key 9900'), recall(memory, 'key 9000')]).toEqual([
    9999,
    9900,
    undefined,
  ]);
});

test('a key has the value that was set last', () => {
  const memory = makeRecall<string>(2);
  remember(memory, 'a', 'first');
  remember(memory, 'b', 'other');
  remember(memory, 'a', 'last');
  expect(recall(memory, 'a')).toBe('last');
});
