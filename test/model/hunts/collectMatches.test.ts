import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { collectMatches } from '../../../src/model/hunts/collectMatches.ts';

const evidence = { of: 'EVENTS', where: [] } as const;
const matchAt = (second: number, n: number) => ({
  first: {
    time: `2026-11-16T09:00:${String(second).padStart(2, '0')}.000000Z`,
    uuid: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
  },
  evidence,
});

test('keeps the first of them by time and id, whatever order they come in, and counts them all', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ second: fc.nat(9), n: fc.nat(99) }), {
        selector: ({ second, n }) => `${second} ${n}`,
        maxLength: 50,
      }),
      fc.integer({ min: 1, max: 20 }),
      (places, cap) => {
        const matches = places.map(({ second, n }) => matchAt(second, n));
        const collector = collectMatches(cap);
        for (const match of matches) collector.add(match);
        const expected = matches.toSorted((a, b) =>
          a.first.time + a.first.uuid < b.first.time + b.first.uuid ? -1 : 1,
        );
        expect(collector.found()).toEqual({
          matches: expected.slice(0, cap),
          total: matches.length,
          truncated: matches.length > cap,
        });
      },
    ),
  );
});

test('keeps ten thousand', () => {
  const collector = collectMatches();
  for (let n = 0; n < 10_001; n += 1) collector.add(matchAt(0, n));
  const { matches, total, truncated } = collector.found();
  expect([matches.length, total, truncated]).toEqual([10_000, 10_001, true]);
});

test('orders ten thousand without comparing all of them at a time', () => {
  const collector = collectMatches();
  let looks = 0;
  let mostLooks = 0;
  const measured = (work: () => void): void => {
    looks = 0;
    work();
    mostLooks = Math.max(mostLooks, looks);
  };
  for (let n = 0; n < 25_000; n += 1) {
    const { first } = matchAt(0, (n * 7919) % 25_000);
    const match = {
      evidence,
      get first() {
        looks += 1;
        return first;
      },
    };
    measured(() => collector.add(match));
  }
  measured(() => void collector.found());
  // Two looks a comparison: 500 new ones are sorted, and merged with the ten thousand that are sorted. To sort all takes 250,000.
  expect(mostLooks).toBeLessThan(50_000);
});
