import { describe, expect, test } from '@jest/globals';

import { formatOffset, parseInputZone } from '../../src/sensors/timeZone.ts';

const offsetsOf = (zone: string, wall: string): readonly string[] | undefined =>
  parseInputZone(zone)
    ?.listOffsetsMs(Date.parse(`${wall}Z`))
    .map(formatOffset);

describe('parseTimeZone', () => {
  test.each([
    ['America/New_York', '2026-07-01T12:00:00', ['-04:00']],
    ['America/New_York', '2026-12-01T12:00:00', ['-05:00']],
    ['America/New_York', '2026-03-08T01:59:59', ['-05:00']],
    ['America/New_York', '2026-03-08T02:00:00', []],
    ['America/New_York', '2026-03-08T03:00:00', ['-04:00']],
    ['America/New_York', '2026-11-01T00:59:59', ['-04:00']],
    ['America/New_York', '2026-11-01T01:00:00', ['-04:00', '-05:00']],
    ['America/New_York', '2026-11-01T02:00:00', ['-05:00']],
    ['Europe/Berlin', '2026-10-25T02:30:00', ['+02:00', '+01:00']],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', ['+11:00', '+10:30']],
    ['Asia/Kathmandu', '2026-07-01T12:00:00', ['+05:45']],
    ['Pacific/Kiritimati', '2026-07-01T12:00:00', ['+14:00']],
    ['UTC', '2026-07-01T12:00:00', ['+00:00']],
    ['-04:00', '2026-11-01T01:30:00', ['-04:00']],
    ['+05:45', '2026-11-01T01:30:00', ['+05:45']],
  ])('%s at %s is %j from UTC', (zone, wall, offsets) => {
    expect(offsetsOf(zone, wall)).toEqual(offsets);
  });

  test('local is the zone of this machine', () => {
    const winter = new Date(2026, 0, 15, 12);
    const offsetMs = 0 - winter.getTimezoneOffset() * 60_000;
    expect(parseInputZone('local')?.listOffsetsMs(winter.getTime() + offsetMs)).toEqual([offsetMs]);
  });

  test.each(['', 'Mars/Olympus', 'New York', '+25:00', '-4', '+14:30'])('%p is not a time zone', (text) => {
    expect(parseInputZone(text)).toBeNull();
  });
});
