import { expect, test } from '@jest/globals';

import { parseDuration } from '../../../src/model/values/duration.ts';
import { refusalOf } from '../refusalOf.ts';

const HOUR_MS = 60 * 60 * 1000;

test.each([
  ['PT1S', 1000],
  ['PT90S', 90_000],
  ['PT30M', HOUR_MS / 2],
  ['PT24H', 24 * HOUR_MS],
  ['P1D', 24 * HOUR_MS],
  ['P30D', 30 * 24 * HOUR_MS],
  ['P2W', 14 * 24 * HOUR_MS],
  ['P1DT12H', 36 * HOUR_MS],
  ['P1DT1H1M1S', 25 * HOUR_MS + 61_000],
  [' PT1H ', HOUR_MS],
  ['P36500D', 36_500 * 24 * HOUR_MS],
  // As Session.duration has them.
  ['PT8H3M21.5S', 8 * HOUR_MS + 201_500],
  ['PT0.000001S', 0.001],
  ['PT26H3M0.123456S', 26 * HOUR_MS + 180_123.456],
])('parses %s as %d ms', (given, durationMs) => {
  expect(parseDuration(given, 'last')).toBe(durationMs);
});

test.each([
  ['nothing', ''],
  ['P alone', 'P'],
  ['PT alone', 'PT'],
  ['a T without a time', 'P1DT'],
  ['a length of zero', 'PT0S'],
  ['months, which have no exact length', 'P1M'],
  ['years', 'P1Y'],
  ['a negative part', 'PT-1H'],
  ['a negative duration', '-PT1H'],
  ['a fraction of an hour', 'PT1.5H'],
  ['less than a microsecond', 'PT0.0000001S'],
  ['a fraction without digits', 'PT1.S'],
  ['the wrong order', 'PT1M1H'],
  ['hours without T', 'P24H'],
  ['no P', '24h'],
  ['weeks with days', 'P1W2D'],
  ['more than a century', 'P36500DT1S'],
  ['hundreds of digits', `PT${'9'.repeat(400)}S`],
  ['a number', 86_400],
  ['null', null],
])('refuses %s', (_, given) => {
  const { code, message } = refusalOf(() => parseDuration(given, 'last'));
  expect([code, message]).toEqual(['INVALID_DURATION', expect.stringMatching(/^last /)]);
});
