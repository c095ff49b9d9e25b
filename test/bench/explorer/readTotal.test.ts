import { expect, test } from '@jest/globals';

import { readTotal } from './readTotal.ts';

test.each([
  ['Sessions, times in UTC (the first 500 of 50,000 that were read)', 50_000],
  ['Sessions, times in UTC (the first 500 of 501 that were read)', 501],
  ['Sessions, times in UTC', null],
])('the caption “%s” stands for %s rows', (caption, expected) => {
  expect(readTotal(caption)).toBe(expected);
});
