import { expect, test } from '@jest/globals';

import { parseTimeBucket } from '../../../src/model/stats/timeBucket.ts';
import { refusalOf } from '../refusalOf.ts';

/** The bucket that contains a wall time, as the two wall times that bound it. */
const bucketAround = (every: string, wall: string): readonly string[] => {
  const { indexAt, wallAt } = parseTimeBucket({ every, timeZone: 'UTC' });
  const index = indexAt(Date.parse(`${wall}Z`));
  return [index, index + 1].map((at) => new Date(wallAt(at)).toISOString().slice(0, 16));
};

test.each([
  ['PT1S', '2026-11-16T10:23:00', '2026-11-16T10:23', '2026-11-16T10:23'],
  ['PT15M', '2026-11-16T10:23:30', '2026-11-16T10:15', '2026-11-16T10:30'],
  ['PT90M', '2026-11-16T10:23:30', '2026-11-16T09:00', '2026-11-16T10:30'],
  [' PT1H ', '2026-11-16T10:00:00', '2026-11-16T10:00', '2026-11-16T11:00'],
  ['PT8H', '2026-11-16T23:59:59', '2026-11-16T16:00', '2026-11-17T00:00'],
  ['PT24H', '2026-11-16T10:23:30', '2026-11-16T00:00', '2026-11-17T00:00'],
  ['P1D', '1969-12-31T10:23:30', '1969-12-31T00:00', '1970-01-01T00:00'],
  ['P2D', '1970-01-08T00:00:00', '1970-01-07T00:00', '1970-01-09T00:00'],
  ['P1W', '2026-11-22T23:59:59', '2026-11-16T00:00', '2026-11-23T00:00'],
  ['P1W', '2026-11-23T00:00:00', '2026-11-23T00:00', '2026-11-30T00:00'],
  ['P2W', '1970-01-12T00:00:00', '1970-01-05T00:00', '1970-01-19T00:00'],
  ['P1M', '2026-02-28T23:59:59', '2026-02-01T00:00', '2026-03-01T00:00'],
  ['P3M', '2026-11-16T10:23:30', '2026-10-01T00:00', '2027-01-01T00:00'],
  ['P1Y', '2026-11-16T10:23:30', '2026-01-01T00:00', '2027-01-01T00:00'],
  ['P1Y6M', '1971-07-01T00:00:00', '1971-07-01T00:00', '1973-01-01T00:00'],
  ['P1M', '1969-12-31T23:59:59', '1969-12-01T00:00', '1970-01-01T00:00'],
])('the bucket of %s that contains %s is from %s until %s', (every, wall, from, until) => {
  expect(bucketAround(every, wall)).toEqual([from, until]);
});

test.each([
  ['nothing', ''],
  ['a length of zero', 'PT0S'],
  ['zero months', 'P0M'],
  ['zero years and months', 'P0Y0M'],
  ['P alone', 'P'],
  ['a negative length', '-PT1H'],
  ['a negative part', 'PT-1H'],
  ['a fraction', 'PT1.5H'],
  ['words', '1 hour'],
  ['months and days', 'P1M1D'],
  ['a number', 3600],
  ['null', null],
  ['an object', {}],
])('refuses %s', (_, every) => {
  const { code, field, message } = refusalOf(() => parseTimeBucket({ every, timeZone: 'UTC' }));
  expect([code, field]).toEqual(['INVALID_DURATION', 'bucket.every']);
  expect(message).toMatch(/^bucket\.every is not a supported duration; send one like PT15M/);
});

test.each(['PT7H', 'PT25H', 'P1DT12H', 'PT7M', 'PT11S'])(
  'refuses %s, which neither divides a day nor is a whole number of days',
  (every) => {
    const { code, message } = refusalOf(() => parseTimeBucket({ every, timeZone: 'UTC' }));
    expect([code, message]).toEqual([
      'INVALID_DURATION',
      expect.stringMatching(
        /^bucket\.every does not divide a day evenly and is not a whole number of days; send/,
      ),
    ]);
  },
);

test.each([
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+5',
  'EST5EDT',
])('accepts the zone %s', (timeZone) => {
  expect(parseTimeBucket({ every: 'P1D', timeZone }).clock.wallAt(0)).toEqual(expect.any(Number));
});

test.each([
  '',
  'Mars/Olympus',
  'local',
  '+01:00',
  'Europe/Berlin\0',
  'x'.repeat(1_000_000),
  null,
  1,
  {},
  undefined,
])('refuses the invalid zone %#', (timeZone) => {
  const { code, field, message } = refusalOf(() => parseTimeBucket({ every: 'P1D', timeZone }));
  expect([code, field]).toEqual(['INVALID_TIME_ZONE', 'bucket.timeZone']);
  expect(message).toMatch(/send a name like Europe\/Berlin or UTC/);
});
