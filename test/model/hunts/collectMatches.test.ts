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

test('keeps the first matches by time and id, regardless of the order in which they are added, and counts all', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ second: fc.nat(9), n: fc.nat(99) }), {
        selector: ({ second, n }) => `${second} ${n}`,
        maxLength: 50,
      }),
      fc.integer({ min: 1, max: 20 }),
      (positions, cap) => {
        const matches = positions.map(({ second, n }) => matchAt(second, n));
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

test('keeps ten thousand matches by default', () => {
  const collector = collectMatches();
  for (let n = 0; n < 10_001; n += 1) collector.add(matchAt(0, n));
  const { matches, total, truncated } = collector.found();
  expect([matches.length, total, truncated]).toEqual([10_000, 10_001, true]);
});

test('never sorts all ten thousand matches in one step', () => {
  const collector = collectMatches();
  let reads = 0;
  let mostReads = 0;
  const measured = (work: () => void): void => {
    reads = 0;
    work();
    mostReads = Math.max(mostReads, reads);
  };
  for (let n = 0; n < 25_000; n += 1) {
    const { first } = matchAt(0, (n * 7919) % 25_000);
    const match = {
      evidence,
      get first() {
        reads += 1;
        return first;
      },
    };
    measured(() => collector.add(match));
  }
  measured(() => void collector.found());
  // A comparison reads two positions. Sorting 500 new matches and merging them into the sorted ones stays below; sorting all reads 250,000.
  expect(mostReads).toBeLessThan(50_000);
});
