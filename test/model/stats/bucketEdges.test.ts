import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { listBucketEdges } from '../../../src/model/stats/bucketEdges.ts';
import { parseTimeBucket } from '../../../src/model/stats/timeBucket.ts';
import { formatTime } from '../../../src/model/values/time.ts';
import { beginningsOf, changesOf, coveringEdges, EVERY, readClock } from '../../support/bucketOracle.ts';
import { refusalOf } from '../refusalOf.ts';
import { samples } from '../../support/samples.ts';

const canonical = (time: string): string => formatTime(Date.parse(time));

const edgesOf = (every: string, timeZone: string, from: string, until: string): readonly string[] =>
  listBucketEdges(parseTimeBucket({ every, timeZone }), { from: canonical(from), until: canonical(until) });

const short = (edges: readonly string[]): string[] => edges.map((edge) => edge.slice(5, 16));

describe('listBucketEdges', () => {
  test.each([
    [
      'a range of one whole hour',
      'PT1H',
      'UTC',
      '2026-11-16T08:00:00Z',
      '2026-11-16T10:00:00Z',
      ['11-16T08:00', '11-16T09:00', '11-16T10:00'],
    ],
    [
      'hours around a range',
      'PT1H',
      'UTC',
      '2026-11-16T08:59:59Z',
      '2026-11-16T09:00:01Z',
      ['11-16T08:00', '11-16T09:00', '11-16T10:00'],
    ],
    [
      'hours of Kathmandu, 5:45 from UTC',
      'PT1H',
      'Asia/Kathmandu',
      '2026-11-16T08:00:00Z',
      '2026-11-16T09:15:00Z',
      ['11-16T07:15', '11-16T08:15', '11-16T09:15'],
    ],
    [
      'an hour that New York repeats',
      'PT1H',
      'America/New_York',
      '2026-11-01T05:00:00Z',
      '2026-11-01T07:00:00Z',
      ['11-01T05:00', '11-01T06:00', '11-01T07:00'],
    ],
    [
      'six hours of New York that last seven',
      'PT6H',
      'America/New_York',
      '2026-11-01T04:00:00Z',
      '2026-11-01T12:00:00Z',
      ['11-01T04:00', '11-01T11:00', '11-01T17:00'],
    ],
    [
      'six hours of New York that last five',
      'PT6H',
      'America/New_York',
      '2026-03-08T05:00:00Z',
      '2026-03-08T12:00:00Z',
      ['03-08T05:00', '03-08T10:00', '03-08T16:00'],
    ],
    [
      'two hours of New York that last three',
      'PT2H',
      'America/New_York',
      '2026-11-01T04:00:00Z',
      '2026-11-01T07:00:00Z',
      ['11-01T04:00', '11-01T07:00'],
    ],
    [
      'two hours of Berlin that begin twice',
      'PT2H',
      'Europe/Berlin',
      '2026-10-25T00:00:00Z',
      '2026-10-25T03:00:00Z',
      ['10-25T00:00', '10-25T01:00', '10-25T03:00'],
    ],
    [
      'an hour of Lord Howe that lasts an hour and a half',
      'PT1H',
      'Australia/Lord_Howe',
      '2026-04-04T14:00:00Z',
      '2026-04-04T16:00:00Z',
      ['04-04T14:00', '04-04T15:30', '04-04T16:30'],
    ],
    [
      'half hours of Lord Howe, one of them repeated',
      'PT30M',
      'Australia/Lord_Howe',
      '2026-04-04T14:30:00Z',
      '2026-04-04T15:30:00Z',
      ['04-04T14:30', '04-04T15:00', '04-04T15:30'],
    ],
    [
      'an hour of Lord Howe that lasts half an hour',
      'PT1H',
      'Australia/Lord_Howe',
      '2026-10-03T14:30:00Z',
      '2026-10-03T16:00:00Z',
      ['10-03T14:30', '10-03T15:30', '10-03T16:00'],
    ],
    [
      'a day of 25 hours',
      'P1D',
      'America/New_York',
      '2026-11-01T12:00:00Z',
      '2026-11-01T12:01:00Z',
      ['11-01T04:00', '11-02T05:00'],
    ],
    [
      'a day of 23 hours',
      'P1D',
      'Europe/Berlin',
      '2026-03-29T12:00:00Z',
      '2026-03-29T12:01:00Z',
      ['03-28T23:00', '03-29T22:00'],
    ],
    [
      'a day of Havana that has midnight twice',
      'P1D',
      'America/Havana',
      '2026-11-01T12:00:00Z',
      '2026-11-01T12:01:00Z',
      ['11-01T04:00', '11-02T05:00'],
    ],
    [
      'a day of Havana that has no midnight',
      'P1D',
      'America/Havana',
      '2026-03-08T12:00:00Z',
      '2026-03-08T12:01:00Z',
      ['03-08T05:00', '03-09T04:00'],
    ],
    [
      'the day that Samoa skipped',
      'P1D',
      'Pacific/Apia',
      '2011-12-29T12:00:00Z',
      '2011-12-31T00:00:00Z',
      ['12-29T10:00', '12-30T10:00', '12-31T10:00'],
    ],
    [
      'days of St. John’s, set back a minute after midnight',
      'P1D',
      'America/St_Johns',
      '2006-10-29T02:40:00Z',
      '2006-10-29T04:00:00Z',
      ['10-29T02:30', '10-30T03:30'],
    ],
    [
      'weeks begin on Monday',
      'P1W',
      'UTC',
      '2026-11-18T00:00:00Z',
      '2026-11-23T00:00:01Z',
      ['11-16T00:00', '11-23T00:00', '11-30T00:00'],
    ],
    [
      'the same as seven days',
      'P7D',
      'UTC',
      '2026-11-18T00:00:00Z',
      '2026-11-19T00:00:00Z',
      ['11-16T00:00', '11-23T00:00'],
    ],
    [
      'a day is 24 hours of the clock',
      'PT24H',
      'Europe/Berlin',
      '2026-10-25T10:00:00Z',
      '2026-10-25T11:00:00Z',
      ['10-24T22:00', '10-25T23:00'],
    ],
    [
      'months',
      'P1M',
      'Europe/Berlin',
      '2026-02-03T00:00:00Z',
      '2026-03-31T22:00:00Z',
      ['01-31T23:00', '02-28T23:00', '03-31T22:00'],
    ],
    [
      'quarters',
      'P3M',
      'UTC',
      '2026-02-03T00:00:00Z',
      '2026-04-01T00:00:01Z',
      ['01-01T00:00', '04-01T00:00', '07-01T00:00'],
    ],
    ['years', 'P1Y', 'UTC', '2025-12-31T00:00:00Z', '2026-01-01T00:00:00Z', ['01-01T00:00', '01-01T00:00']],
    [
      'an instant',
      'PT1S',
      'UTC',
      '2026-11-16T08:00:00.5Z',
      '2026-11-16T08:00:00.501Z',
      ['11-16T08:00', '11-16T08:00'],
    ],
    ['an empty range', 'PT1H', 'UTC', '2026-11-16T08:00:00Z', '2026-11-16T08:00:00Z', []],
    ['a range that ends before it begins', 'PT1H', 'UTC', '2026-11-16T08:00:00Z', '2026-11-16T07:00:00Z', []],
  ])('%s', (_, every, timeZone, from, until, edges) => {
    expect(short(edgesOf(every, timeZone, from, until))).toEqual(edges);
  });

  test('a microsecond before and after an edge', () => {
    const bucket = parseTimeBucket({ every: 'PT1H', timeZone: 'UTC' });
    const at = (from: string, until: string) =>
      short(listBucketEdges(bucket, { from: `2026-11-16T${from}Z`, until: `2026-11-16T${until}Z` }));
    expect(at('07:59:59.999999', '08:00:00.000000')).toEqual(['11-16T07:00', '11-16T08:00']);
    expect(at('08:00:00.000000', '08:00:00.000001')).toEqual(['11-16T08:00', '11-16T09:00']);
    expect(at('07:59:59.999999', '08:00:00.000001')).toHaveLength(3);
  });

  test('at most ten thousand buckets', () => {
    const until = (hours: number): string => new Date(Date.UTC(2025, 0, 1, hours)).toISOString();
    expect(edgesOf('PT1H', 'Europe/Berlin', until(0), until(10_000))).toHaveLength(10_001);
    const refusal = refusalOf(() => edgesOf('PT1H', 'Europe/Berlin', until(0), until(10_001)));
    expect([refusal.code, refusal.field]).toEqual(['TOO_MANY_BUCKETS', 'bucket.every']);
    expect(refusal.message).toMatch(/^bucket\.every .* make it longer, or bound the time in the filter/);
    // A range of ten thousand seconds that begins in the second of two repeated hours.
    expect(edgesOf('PT1S', 'America/New_York', '2026-11-01T06:30:00Z', '2026-11-01T09:16:40Z')).toHaveLength(
      10_001,
    );
  });

  test('the latest time', () => {
    expect(
      listBucketEdges(parseTimeBucket({ every: 'P1Y', timeZone: 'UTC' }), {
        from: '9999-06-01T00:00:00.000000Z',
        until: '9999-12-31T23:59:59.999999Z',
      }),
    ).toEqual(['9999-01-01T00:00:00.000000Z', '9999-12-31T23:59:59.999999Z']);
  });
});

const ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'].concat([
  'America/Havana',
  'Antarctica/Troll',
  'Africa/Cairo',
  'America/St_Johns',
]);
const YEAR = { from: '2025-12-01T00:00:00Z', until: '2027-02-01T00:00:00Z' } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(ZONES)('in %s', (zone) => {
  test('buckets begin where the clock shows their beginning, read every quarter of an hour', () => {
    const readings = readClock(zone, YEAR.from, YEAR.until);
    // Around the clock changes, or in summer for zones without clock changes.
    const moments = changesOf(readings).concat(Date.parse('2026-06-01T12:00:00Z'));
    for (const every of EVERY) {
      const bucket = parseTimeBucket({ every, timeZone: zone });
      const beginnings = beginningsOf(readings, every);
      const lengthMs = every.startsWith('PT') ? DAY_MS : 60 * DAY_MS;
      fc.assert(
        fc.property(
          fc.constantFrom(...moments),
          fc.integer({ min: -300, max: 200 }),
          fc.nat(lengthMs / 1000),
          (momentMs, minutes, seconds) => {
            const fromMs = momentMs + minutes * MINUTE_MS;
            const untilMs = fromMs + seconds * 1000;
            const range = { from: formatTime(fromMs), until: formatTime(untilMs) };
            expect(listBucketEdges(bucket, range)).toEqual(coveringEdges(beginnings, fromMs, untilMs));
          },
        ),
        samples(40),
      );
    }
  });
});
