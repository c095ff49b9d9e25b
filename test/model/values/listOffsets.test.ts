import { expect, test } from '@jest/globals';

import { listOffsets } from '../../../src/model/values/listOffsets.ts';
import { parseTimeZone } from '../../../src/model/values/zoneClock.ts';

/** The times when clocks are set, from the laws of the countries. */
test.each<[string, string, string, readonly (readonly [string, number])[]]>([
  ['UTC', '2026-01-01T00:00:00.000000Z', '2026-12-31T00:00:00.000000Z', [['2026-01-01T00:00:00.000000Z', 0]]],
  [
    'Europe/Berlin',
    '2026-01-01T00:00:00.000001Z',
    '2026-12-31T00:00:00.000000Z',
    [
      ['2026-01-01T00:00:00.000001Z', 3600],
      ['2026-03-29T01:00:00.000000Z', 7200],
      ['2026-10-25T01:00:00.000000Z', 3600],
    ],
  ],
  // A range that ends when the clock is set has one offset, and so does a range that begins then.
  [
    'Europe/Berlin',
    '2026-03-29T01:00:00.000000Z',
    '2026-10-25T01:00:00.000000Z',
    [['2026-03-29T01:00:00.000000Z', 7200]],
  ],
  [
    'Europe/Berlin',
    '2026-03-29T00:59:59.999999Z',
    '2026-03-29T01:00:00.000001Z',
    [
      ['2026-03-29T00:59:59.999999Z', 3600],
      ['2026-03-29T01:00:00.000000Z', 7200],
    ],
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-01T00:00:00.000000Z',
    '2026-05-01T00:00:00.000000Z',
    [
      ['2026-04-01T00:00:00.000000Z', 39_600],
      ['2026-04-04T15:00:00.000000Z', 37_800],
    ],
  ],
])('%s from %s until %s', (zone, from, until, expected) => {
  const ranges = listOffsets(parseTimeZone(zone, 'timeZone'), { from, until });
  expect(ranges.map((range) => [range.from, range.aheadSeconds])).toEqual(expected);
  expect(ranges.map((range) => range.until)).toEqual([...expected.slice(1).map(([time]) => time), until]);
});
