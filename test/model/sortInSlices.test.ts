import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { watchTurns, WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { sortInSlices } from '../../src/model/sortInSlices.ts';
import { samples } from '../support/samples.ts';

type Item = { readonly key: number; readonly place: number };

const byKey = (a: Item, b: Item): number => a.key - b.key;

test('sorts like toSorted, and keeps the order of equal items', async () => {
  const keys = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(keys, async (list) => {
      const items = list.map((key, place) => ({ key, place }));
      expect(await sortInSlices(items, byKey)).toEqual(items.toSorted(byKey));
    }),
    samples(50),
  );
});

test('lets the event loop turn between slices', async () => {
  const turns: number[] = [];
  const unwatch = watchTurns((work) => void turns.push(work));
  const items = Array.from({ length: 50_000 }, (_, place) => ({ key: (place * 7919) % 50_000, place }));
  await sortInSlices(items, byKey);
  unwatch();
  expect(turns.length).toBeGreaterThan(50);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});
