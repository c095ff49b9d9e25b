import { expect, test } from '@jest/globals';

import { countOutside } from '../../src/explorer/state/workingHours.ts';

/** One login in the hour that begins at this time. */
const inHours = (...times: readonly string[]) => times.map((from) => ({ from, successes: 1 }));

test.each([
  [
    'the first and the last working hour of a Monday',
    ['2026-11-16T07:00:00Z', '2026-11-16T18:00:00Z'],
    'UTC',
    0,
  ],
  ['the hours before and after them', ['2026-11-16T06:00:00Z', '2026-11-16T19:00:00Z'], 'UTC', 2],
  [
    'noon on Friday, Saturday and Sunday',
    ['2026-11-13T12:00:00Z', '2026-11-14T12:00:00Z', '2026-11-15T12:00:00Z'],
    'UTC',
    2,
  ],
  ['06:00 UTC, 07:00 in Berlin', ['2026-11-16T06:00:00Z'], 'Europe/Berlin', 0],
  [
    '06:00 UTC in summer, 08:00 in Berlin, and 17:00 UTC, 19:00 there',
    ['2026-07-13T06:00:00Z', '2026-07-13T17:00:00Z'],
    'Europe/Berlin',
    1,
  ],
  ['Sunday evening UTC, Monday morning in Tokyo', ['2026-11-15T22:00:00Z'], 'Asia/Tokyo', 0],
])('%s', (_, times, zone, outside) => {
  expect(countOutside(inHours(...times), zone)).toEqual({ outside, all: times.length });
});

test('the logins of an hour all count', () => {
  const hours = [
    { from: '2026-11-16T03:00:00Z', successes: 5 },
    { from: '2026-11-16T12:00:00Z', successes: 7 },
  ];
  expect(countOutside(hours, 'UTC')).toEqual({ outside: 5, all: 12 });
});
