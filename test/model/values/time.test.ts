import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  checkTimeBounds,
  dayExists,
  formatTime,
  parseTime,
  shiftTime,
} from '../../../src/model/values/time.ts';
import { refusalOf } from '../refusalOf.ts';

describe('parseTime', () => {
  test.each([
    ['microseconds', '2026-11-22T10:23:30.336123Z', '2026-11-22T10:23:30.336123Z'],
    ['no fraction', '2026-11-22T10:23:30Z', '2026-11-22T10:23:30.000000Z'],
    ['one digit', '2026-11-22T10:23:30.3Z', '2026-11-22T10:23:30.300000Z'],
    ['nine digits, truncated', '2026-11-22T10:23:30.336123999Z', '2026-11-22T10:23:30.336123Z'],
    [
      'nine digits that would round a year up',
      '2026-12-31T23:59:59.999999999Z',
      '2026-12-31T23:59:59.999999Z',
    ],
    ['lower case', '2026-11-22t10:23:30z', '2026-11-22T10:23:30.000000Z'],
    ['a space instead of the T', '2026-11-22 10:23:30Z', '2026-11-22T10:23:30.000000Z'],
    ['spaces around', ' 2026-11-22T10:23:30Z\n', '2026-11-22T10:23:30.000000Z'],
    ['+01:00', '2026-11-22T10:23:30.336123+01:00', '2026-11-22T09:23:30.336123Z'],
    ['+14:00, over the new year', '2026-01-01T00:30:00+14:00', '2025-12-31T10:30:00.000000Z'],
    ['-12:00, over the new year', '2025-12-31T23:00:00-12:00', '2026-01-01T11:00:00.000000Z'],
    ['-00:00', '2026-11-22T10:23:30-00:00', '2026-11-22T10:23:30.000000Z'],
    ['+05:45', '2026-03-01T00:00:00+05:45', '2026-02-28T18:15:00.000000Z'],
    ['-00:30', '2026-11-22T10:23:30-00:30', '2026-11-22T10:53:30.000000Z'],
    ['+23:59, the greatest offset', '2026-11-22T23:59:00+23:59', '2026-11-22T00:00:00.000000Z'],
    ['a leap day', '2024-02-29T23:59:59.999999-00:01', '2024-03-01T00:00:59.999999Z'],
    ['a leap day of a century', '2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000000Z'],
    ['an old clock', '1601-01-01T00:00:00Z', '1601-01-01T00:00:00.000000Z'],
    ['the first year', '1000-01-01T00:00:00Z', '1000-01-01T00:00:00.000000Z'],
    ['the last year', '9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
  ])('accepts %s', (_, given, canonical) => {
    expect(parseTime(given)).toBe(canonical);
  });

  test.each([
    ['no offset', '2026-11-22T10:23:30'],
    ['a date alone', '2026-11-22'],
    ['the name of a zone', '2026-11-22T10:23:30 UTC'],
  ])('refuses %s because the offset is missing', (_, given) => {
    const { code, message } = refusalOf(() => parseTime(given));
    expect([code, message]).toEqual(['INVALID_TIME', expect.stringContaining('has no offset from UTC')]);
  });

  test.each([
    ['a word', 'nope'],
    ['a day in words', 'yesterday'],
    ['a Unix time', '1795343010'],
    ['the order of the day and the month', '22.11.2026 10:23:30'],
    ['a special value of Postgres', 'infinity'],
    ['nothing', ''],
  ])('refuses %s as not a time', (_, given) => {
    const { code, message } = refusalOf(() => parseTime(given, 'from'));
    expect([code, message]).toEqual([
      'INVALID_TIME',
      'from is not a time; send one like 2026-11-22T10:23:30.336123Z or …+01:00.',
    ]);
  });

  test.each([
    ['second 60', '2026-12-31T23:59:60Z'],
    ['hour 24', '2026-11-22T24:00:00Z'],
    ['minute 60', '2026-11-22T10:60:00Z'],
    ['30 February', '2026-02-30T10:00:00Z'],
    ['29 February of a year that is not a leap year', '2026-02-29T10:00:00Z'],
    ['29 February 1900', '1900-02-29T10:00:00Z'],
    ['31 April', '2026-04-31T10:00:00Z'],
    ['day 32', '2026-01-32T10:00:00Z'],
    ['day 0', '2026-01-00T10:00:00Z'],
    ['month 13', '2026-13-01T10:00:00Z'],
    ['month 0', '2026-00-01T10:00:00Z'],
    ['+24:00', '2026-11-22T10:23:30+24:00'],
    ['+01:60', '2026-11-22T10:23:30+01:60'],
    ['an offset without a colon', '2026-11-22T10:23:30+0100'],
    ['an offset without minutes', '2026-11-22T10:23:30+01'],
    ['ten digits', '2026-11-22T10:23:30.3361231234Z'],
    ['a point without digits', '2026-11-22T10:23:30.Z'],
    ['a comma', '2026-11-22T10:23:30,336Z'],
    ['no seconds', '2026-11-22T10:23Z'],
    ['a year of five digits', '12026-11-22T10:23:30Z'],
    ['a negative year', '-2026-11-22T10:23:30Z'],
    ['digits of another script', '٢٠٢٦-11-22T10:23:30Z'],
    ['a number', 1_795_343_010],
    ['a Date', new Date()],
    ['null', null],
  ])('refuses %s', (_, given) => {
    expect(refusalOf(() => parseTime(given)).code).toBe('INVALID_TIME');
  });

  test.each([
    '0000-01-01T00:00:00Z',
    '0999-12-31T23:59:59Z',
    '1000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
  ])('refuses %s as out of range', (given) => {
    expect(refusalOf(() => parseTime(given)).code).toBe('TIME_OUT_OF_RANGE');
  });

  test('names its field', () => {
    expect(refusalOf(() => parseTime('now', 'ingestedAt')).message).toMatch(/^ingestedAt /);
  });
});

/** Microseconds since 1970, in the years 1001 to 9998, so that every offset stays in range. */
const microseconds = fc.bigInt({
  min: BigInt(Date.UTC(1001, 0, 1)) * 1000n,
  max: BigInt(Date.UTC(9998, 0, 1)) * 1000n,
});
const offsetMinutes = fc.integer({ min: -1439, max: 1439 });

const floorDivide = (dividend: bigint, divisor: bigint): bigint =>
  (dividend - (((dividend % divisor) + divisor) % divisor)) / divisor;

/** Writes the instant with an offset, with arithmetic that is independent of the code under test. */
const writeTime = (instant: bigint, offset: number): string => {
  const shown = instant + BigInt(offset) * 60_000_000n;
  const second = floorDivide(shown, 1_000_000n);
  const fraction = String(shown - second * 1_000_000n).padStart(6, '0');
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  const clock = new Date(Number(second) * 1000).toISOString().slice(0, 19);
  return `${clock}.${fraction}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
};

describe('canonical time', () => {
  test('sorts in the order of time, regardless of the offsets', () => {
    fc.assert(
      fc.property(microseconds, microseconds, offsetMinutes, offsetMinutes, (one, other, east, west) => {
        const [a, b] = [parseTime(writeTime(one, east)), parseTime(writeTime(other, west))];
        expect(a < b).toBe(one < other);
        expect(a === b).toBe(one === other);
      }),
    );
  });

  test('has one text for each instant, and does not change when parsed again', () => {
    fc.assert(
      fc.property(microseconds, offsetMinutes, (instant, offset) => {
        const canonical = writeTime(instant, 0).replace('+00:00', 'Z');
        expect(parseTime(writeTime(instant, offset))).toBe(canonical);
        expect(parseTime(canonical)).toBe(canonical);
      }),
    );
  });

  test('is made from a Unix time in milliseconds', () => {
    expect(formatTime(Date.UTC(2026, 10, 22, 10, 23, 30, 336))).toBe('2026-11-22T10:23:30.336000Z');
  });
});

describe('checkTimeBounds', () => {
  const bounds = { earliest: '2000-01-01T00:00:00.000000Z', latest: '2026-11-23T10:00:00.000000Z' };

  test.each([bounds.earliest, '2026-11-22T10:23:30.336123Z', bounds.latest])('accepts %s', (time) => {
    expect(() => checkTimeBounds(time, bounds)).not.toThrow();
  });

  test.each([
    ['1601-01-01T00:00:00.000000Z', 'before 2000-01-01T00:00:00.000000Z'],
    ['1999-12-31T23:59:59.999999Z', 'before 2000-01-01T00:00:00.000000Z'],
    ['2026-11-23T10:00:00.000001Z', 'after 2026-11-23T10:00:00.000000Z'],
    ['2300-01-01T00:00:00.000000Z', 'after 2026-11-23T10:00:00.000000Z'],
  ])('refuses %s and names the bound', (time, bound) => {
    const { code, message } = refusalOf(() => checkTimeBounds(time, bounds));
    expect([code, message]).toEqual(['TIME_OUT_OF_RANGE', expect.stringContaining(bound)]);
  });
});

test.each([
  ['2024-02-29T00:00:00.000000Z', true],
  ['2026-02-29T00:00:00.000000Z', false],
  ['2026-06-30', true],
  ['2026-06-31', false],
  ['', false],
])('dayExists(%j) is %s', (text, exists) => {
  expect(dayExists(text)).toBe(exists);
});

test.each([
  ['2026-11-16T09:00:00.000000Z', 0, '2026-11-16T09:00:00.000000Z'],
  ['2026-11-16T09:00:00.000000Z', -1, '2026-11-16T08:59:59.999999Z'],
  ['2026-11-16T09:00:00.999999Z', 1, '2026-11-16T09:00:01.000000Z'],
  ['2024-02-28T23:30:00.000007Z', 3_600_000_000, '2024-02-29T00:30:00.000007Z'],
  // As a number, microseconds since 1970 would not be exact here.
  ['2900-01-01T00:00:00.000001Z', 2, '2900-01-01T00:00:00.000003Z'],
  ['1000-01-01T00:00:00.000003Z', -2, '1000-01-01T00:00:00.000001Z'],
  ['1000-01-01T00:00:00.000000Z', -1, '1000-01-01T00:00:00.000000Z'],
  ['9999-12-31T23:59:59.999999Z', 86_400_000_000, '9999-12-31T23:59:59.999999Z'],
])('shiftTime(%s, %d) is %s', (time, us, shifted) => {
  expect(shiftTime(time, us)).toBe(shifted);
});
