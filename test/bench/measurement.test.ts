import { expect, test } from '@jest/globals';

import { formatMeasurement, isMet, percentile99 } from './measurement.ts';

test.each([
  [{ least: 0.5 }, 0.5, true, 'ok          0.50  target at least 0.5   '],
  [{ least: 0.5 }, 0.25, false, 'FALLS SHORT 0.25  target at least 0.5   '],
  [{ most: 2 }, 2.5, false, 'FALLS SHORT 2.50  target at most 2      '],
  [null, 2, null, 'measured    2.00  target none           '],
])('a target of %j and a ratio of %d', (target, ratio, met, text) => {
  expect(isMet({ ratio, target })).toBe(met);
  expect(formatMeasurement({ name: 'a page', ratio, target, detail: '1 / 2 ms' })).toBe(
    `${text}a page\n                  1 / 2 ms\n`,
  );
});

test('one of a hundred values exceeds the 99th percentile', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(percentile99(values)).toBe(198);
  expect(percentile99([7])).toBe(7);
});
