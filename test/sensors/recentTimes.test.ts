import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isNear, makeRecentTimes, noteTime } from '../../src/sensors/recentTimes.ts';

test('a key is near within the window, both ends included, for any order of times', () => {
  const timeMs = fc.integer({ min: -50_000, max: 50_000 });
  const notes = fc.array(fc.tuple(fc.constantFrom('a', 'b'), timeMs), { maxLength: 30 });
  fc.assert(
    fc.property(notes, timeMs, (noted, askedMs) => {
      const recent = makeRecentTimes(5_000, 1_000);
      for (const [key, notedMs] of noted) noteTime(recent, key, notedMs);
      const expected = noted.some(([key, notedMs]) => key === 'a' && Math.abs(notedMs - askedMs) <= 5_000);
      expect(isNear(recent, 'a', askedMs)).toBe(expected);
    }),
  );
});

test('memory is bounded, and the newest times are kept', () => {
  const recent = makeRecentTimes(5_000, 100);
  for (let n = 0; n < 10_000; n += 1) noteTime(recent, 'a', n * 60_000);
  expect(recent.buckets.newer.size + recent.buckets.older.size).toBeLessThanOrEqual(200);
  expect(isNear(recent, 'a', 9_999 * 60_000)).toBe(true);
  expect(isNear(recent, 'a', 9_900 * 60_000)).toBe(true);
  expect(isNear(recent, 'a', 0)).toBe(false);
});
