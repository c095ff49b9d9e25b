import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  findFirstYear,
  findYearOfLine,
  makeYearSearch,
  makeYearWalk,
  searchLine,
} from '../../../src/sensors/linux/yearWalk.ts';
import { samples } from '../../support/samples.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A line of RFC 3164. */
const lineAt = (ms: number): string => {
  const time = new Date(ms);
  const day = String(time.getUTCDate()).padStart(2);
  return `${MONTHS[time.getUTCMonth()]} ${day} ${time.toISOString().slice(11, 19)} web01 sshd[1]: x`;
};
const on = (date: string): string => `${date} 10:00:00 web01 sshd[1]: x`;

/** The year of each line, as an import finds it: it reads all lines, and then all lines again. */
const yearsOf = (lines: readonly string[], nowMs = NOW): readonly (number | undefined)[] => {
  const search = makeYearSearch();
  for (const line of lines) if (!searchLine(search, line)) break;
  const walk = makeYearWalk(findFirstYear(search, nowMs));
  return lines.map((line) => findYearOfLine(walk, line));
};

/** Times in order, of which the last is at most a year ago. */
const someTimes = (longestGapDays: number) =>
  fc
    .tuple(
      fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: NOW }),
      fc.array(
        fc.oneof(
          fc.integer({ min: 0, max: longestGapDays * DAY_MS }),
          fc.integer({ min: 0, max: 2 * DAY_MS }),
          fc.integer({ min: (longestGapDays - 2) * DAY_MS, max: longestGapDays * DAY_MS }),
        ),
        { maxLength: 18 },
      ),
    )
    .map(([last, gaps]) => {
      const times = [last];
      for (const gap of gaps) times.unshift((times[0] ?? 0) - gap);
      return times;
    });

describe('years of lines without one', () => {
  test('dates behind the number and the mark of Cisco count, and those of a clock that was not set do not', () => {
    const lines = [
      '000117: Dec 30 10:00:00.123: %SYS-5-X: y',
      '000118: .Jan  2 10:00:00.123: %SYS-5-X: y',
      '000119: *Mar  1 00:00:12.123: %SYS-5-X: y',
      '*Mar  1 00:00:12.123: %SYS-5-X: y',
      '000120: *Jan  2 10:00:00.123: %SYS-5-X: y',
      '<189>121: Feb  2 10:00:00.123: %SYS-5-X: y',
    ];
    expect(yearsOf(lines)).toEqual([2025, 2026, undefined, undefined, 2026, 2026]);
  });

  test('are those of any times in order, less than 363 days apart, of which the last is less than a year ago', () => {
    fc.assert(
      fc.property(someTimes(363), fc.integer({ min: 0, max: 363 * DAY_MS }), (times, ageMs) => {
        const isOfUnsetClock = times.some((ms) => /^Jan {2}1 00:0[0-4]/.test(lineAt(ms)));
        fc.pre(!isOfUnsetClock);
        const expected = times.map((ms) => new Date(ms).getUTCFullYear());
        expect(yearsOf(times.map(lineAt), (times.at(-1) ?? 0) + ageMs)).toEqual(expected);
      }),
      samples(2_000),
    );
  });

  test('are those of the true times, although some lines come up to a day late', () => {
    fc.assert(
      fc.property(someTimes(360), fc.array(fc.integer({ min: 0, max: DAY_MS - 1 })), (inOrder, lateness) => {
        // A late line stands directly behind the line that is in order.
        const times = inOrder.flatMap((ms, index) =>
          lateness[index] === undefined ? [ms] : [ms, ms - lateness[index]],
        );
        fc.pre(!times.some((ms) => /^Jan {2}1 00:0[0-4]/.test(lineAt(ms))));
        const expected = times.map((ms) => new Date(ms).getUTCFullYear());
        expect(yearsOf(times.map(lineAt), inOrder.at(-1))).toEqual(expected);
      }),
      samples(1_000),
    );
  });

  test('never increase backwards', () => {
    expect(yearsOf([on('Mar 10'), on('Dec 20'), on('Feb  3'), on('Apr  5')])).toEqual([
      2025, 2025, 2026, 2026,
    ]);
    expect(yearsOf([on('Dec 20'), on('Dec 19'), on('Dec 21')])).toEqual([2025, 2025, 2025]);
  });

  test('a late line around the new year is in its own year', () => {
    expect(yearsOf([on('Dec 31'), on('Jan  1'), on('Dec 31'), on('Jan  2')])).toEqual([
      2025, 2026, 2025, 2026,
    ]);
  });

  test('clocks and zones may be a day ahead', () => {
    expect(yearsOf([on('Nov 24')])).toEqual([2026]);
    expect(yearsOf([on('Nov 25')])).toEqual([2025]);
  });

  test('29 February decides', () => {
    expect(yearsOf([on('Feb 29'), on('Nov  3')])).toEqual([2024, 2024]);
    expect(yearsOf([on('Nov  3'), on('Feb 29'), on('Jun  1')])).toEqual([2023, 2024, 2024]);
  });

  test('a line that states its year decides for all', () => {
    const stated = '2019-02-03T10:00:00+01:00 web01 sshd[1]: x';
    expect(yearsOf([on('Mar 10'), on('Dec 20'), stated, on('Feb  4'), on('Jan  7')])).toEqual([
      2018,
      2018,
      undefined,
      2019,
      2020,
    ]);
    expect(yearsOf([on('Dec 31'), '<38>1 2020-01-01T00:00:00Z web01 sshd - - - x'])).toEqual([
      2019,
      undefined,
    ]);
  });

  test('a clock that was not set yet after a start does not start a year', () => {
    const unset = 'Jan  1 00:00:12 web01 syslogd: started';
    expect(yearsOf([on('Mar 10'), unset, on('Mar 11'), unset, on('Mar 12')])).toEqual(
      Array.from({ length: 5 }, () => 2026),
    );
    expect(yearsOf([on('Dec 31'), unset, on('Jan  1')])).toEqual([2025, 2026, 2026]);
  });

  test('a priority may stand before the date, and the day may have one digit', () => {
    expect(yearsOf(['<38>Dec 20 10:00:00 web01 x: y', '<86>Feb 3 10:00:00 web01 x: y'])).toEqual([
      2025, 2026,
    ]);
  });

  test('lines without a date have none', () => {
    expect(yearsOf(['', 'Foo 12 10:00:00 a', '-- Boot --', on('Nov  1')])).toEqual([
      undefined,
      undefined,
      undefined,
      2026,
    ]);
  });

  test('a log that is not in order shows no year', () => {
    const lines = Array.from({ length: 60 }, (_, n) => on(n % 2 === 0 ? 'Mar 10' : 'Mar  2'));
    expect(new Set(yearsOf(lines))).toEqual(new Set([undefined]));
  });

  test('continue from a given first year', () => {
    const walk = makeYearWalk(2015);
    expect(
      [on('Dec 31'), on('Jan  1'), on('Dec 31'), on('Jan  2')].map((line) => findYearOfLine(walk, line)),
    ).toEqual([2015, 2016, 2015, 2016]);
  });
});
