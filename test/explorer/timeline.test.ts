import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { TimelineSessionFragment } from '../../src/explorer/api/documents.ts';
import { keepWithin } from '../../src/explorer/state/times.ts';
import type { Range } from '../../src/explorer/state/times.ts';
import { listPresent } from '../../src/explorer/timeline/listPresent.ts';
import { makeLanes, MAX_ROWS } from '../../src/explorer/timeline/lanes.ts';
import type { Lane } from '../../src/explorer/timeline/lanes.ts';
import { projectRow } from '../../src/explorer/timeline/project.ts';
import { makeTicks, toX, zoomAround } from '../../src/explorer/timeline/scale.ts';
import { samples } from '../support/samples.ts';
import { aSession, at, minute, RANGE } from './sessions.ts';

const lanesOf = (...sessions: readonly TimelineSessionFragment[]): readonly Lane[] =>
  makeLanes(
    { sessions, marks: [] },
    { range: RANGE, laneOf: ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? '' }) },
  );

describe('lanes', () => {
  test('each account has one, in the order of their first sessions, and sessions at once have rows', () => {
    const lanes = lanesOf(
      aSession('ben', [20, 30]),
      aSession('ana', [10, 40]),
      aSession('ana', [15, 50]),
      aSession('ana', [40, 60]),
    );
    expect(
      lanes.map(({ name, firstRow, rows }) => [
        name,
        firstRow,
        rows.map((row) => row.map(({ session }) => session.id)),
      ]),
    ).toEqual([
      ['ana', 0, [['ana 10', 'ana 40'], ['ana 15']]],
      ['ben', 2, [['ben 20']]],
    ]);
  });

  test('a lane has a limited number of rows, and no session is lost', () => {
    const sessions = Array.from({ length: 20 }, (_, index) => aSession('svc', [index, 500]));
    const [lane] = lanesOf(...sessions);
    expect(lane?.rows).toHaveLength(MAX_ROWS);
    expect(lane?.rows.flat()).toHaveLength(20);
    expect(lane?.isFolded).toBe(true);
    expect(lanesOf(...sessions.slice(0, MAX_ROWS))[0]?.isFolded).toBe(false);
  });

  test('an open session lasts until the end of the range, and fades from its last proof', () => {
    const [lane] = lanesOf(aSession('ana', [10, null], { endedAfter: minute(100) }));
    expect(lane?.rows[0]?.[0]).toMatchObject({ until: RANGE.until, fadesFrom: at(100) });
  });

  test('an end that is an upper bound fades, a logout does not', () => {
    const [lane] = lanesOf(aSession('ana', [10, 50], { endedAfter: minute(30) }), aSession('ana', [60, 70]));
    expect(lane?.rows[0]?.map(({ fadesFrom }) => fadesFrom)).toEqual([at(30), null]);
  });
});

test('a session of which not all states were answered has a bar up to its end, whose rest is several', () => {
  const [lane] = lanesOf(
    aSession('ana', [10, 90], {
      periods: [
        { from: minute(10), until: minute(20), state: 'ACTIVE', truncated: false },
        { from: minute(20), until: minute(30), state: 'LOCKED', truncated: true },
      ],
    }),
  );
  expect(lane?.rows[0]?.[0]?.periods).toEqual([
    { from: at(10), until: at(20), state: 'ACTIVE' },
    { from: at(20), until: at(30), state: 'LOCKED' },
    { from: at(30), until: at(90), state: 'SEVERAL' },
  ]);
});

describe('pieces', () => {
  const project = (width: number, ...sessions: readonly TimelineSessionFragment[]) =>
    projectRow(lanesOf(...sessions)[0]?.rows[0] ?? [], { shown: RANGE, width });

  test('a bar is at the pixels of its times', () => {
    expect(project(1000, aSession('ana', [100, 300]))).toMatchObject([
      { x: 100, width: 200, state: 'ACTIVE', opacity: [1, 1] },
    ]);
  });

  test('a bar is opaque up to its last proof, clearly lighter behind it, and nearly transparent at its end', () => {
    const [proven, unproven, ...others] = project(
      1000,
      aSession('ana', [100, 300], { endedAfter: minute(150) }),
    );
    expect(proven).toMatchObject({ x: 100, width: 50, opacity: [1, 1], isStart: true });
    expect(unproven).toMatchObject({ x: 150, width: 150, isStart: false });
    expect(unproven?.opacity[0]).toBeLessThan(0.7);
    expect(unproven?.opacity[1]).toBeLessThan(0.3);
    expect(others).toEqual([]);
  });

  test('a period behind the last proof is lighter than the one before it', () => {
    const session = aSession('ana', [100, 300], {
      endedAfter: minute(150),
      periods: [
        { from: minute(100), until: minute(150), state: 'LOCKED', truncated: false },
        { from: minute(150), until: minute(300), state: 'UNKNOWN', truncated: false },
      ],
    });
    expect(project(1000, session).map(({ state, opacity }) => [state, opacity[0] === 1])).toEqual([
      ['LOCKED', true],
      ['UNKNOWN', false],
    ]);
  });

  test('ten thousand bars narrower than a pixel become at most one piece for each pixel, without a gap', () => {
    const sessions = Array.from({ length: 10_000 }, (_, index) =>
      aSession('svc', [index / 10, index / 10 + 0.05]),
    );
    const pieces = project(200, ...sessions);
    expect(pieces.length).toBeLessThanOrEqual(200);
    expect(pieces[0]?.x).toBe(0);
    expect(pieces.slice(1).filter(({ x }, index) => x > pieces[index]!.x + pieces[index]!.width)).toEqual([]);
  });

  test.each([
    ['LOGIN', 'ACTIVE'],
    ['FIRST_SEEN', 'UNKNOWN'],
  ] as const)('a session that ended when it started is visible: %s', (startReason, state) => {
    const session = aSession('ana', [100, 100], { startReason, periods: [] });
    expect(project(1000, session)).toMatchObject([{ x: 100, width: 2, state }]);
  });

  test('bars out of sight have no piece', () => {
    const row =
      lanesOf(aSession('ana', [10, 20]), aSession('ana', [30, 40]), aSession('ana', [50, 60]))[0]?.rows[0] ??
      [];
    const pieces = projectRow(row, { shown: { from: at(25), until: at(45) }, width: 100 });
    expect(pieces.map(({ bar }) => bar?.session.id)).toEqual(['ana 30']);
  });

  test('only the piece in which a session starts is marked as its start', () => {
    const locked = aSession('ana', [100, 300], {
      periods: [
        { from: minute(100), until: minute(150), state: 'ACTIVE', truncated: false },
        { from: minute(150), until: minute(200), state: 'LOCKED', truncated: false },
        { from: minute(200), until: minute(300), state: 'ACTIVE', truncated: false },
      ],
    });
    const starts = (shown: Range): readonly boolean[] =>
      projectRow(lanesOf(locked)[0]?.rows[0] ?? [], { shown, width: 100 }).map(({ isStart }) => isStart);
    expect(starts(RANGE)).toEqual([true, false, false]);
    expect(starts({ from: at(120), until: at(220) })).toEqual([false, false, false]);
  });

  test('a long session in a folded row is drawn beside shorter ones that begin after it', () => {
    const filling = Array.from({ length: MAX_ROWS - 1 }, (_, index) => aSession('svc', [index, 900]));
    const long = aSession('svc', [10, 800]);
    const short = Array.from({ length: 20 }, (_, index) => aSession('svc', [20 + index, 50 + index]));
    const row = lanesOf(...filling, long, ...short)[0]?.rows.at(-1) ?? [];
    const pieces = projectRow(row, { shown: { from: at(600), until: at(700) }, width: 100 });
    expect(pieces.map(({ bar }) => bar?.session.id)).toEqual(['svc 10']);
  });
});

test('who was on: proven up to the last proof, possible after it, and nobody after the end', () => {
  const lanes = lanesOf(aSession('ana', [10, 50], { endedAfter: minute(30) }), aSession('ben', [20, 40]));
  const listAt = (count: number) =>
    listPresent(lanes, at(count)).map(({ name, certainty }) => `${name} ${certainty}`);
  expect(listAt(9)).toEqual([]);
  expect(listAt(25)).toEqual(['ana PROVEN', 'ben PROVEN']);
  expect(listAt(45)).toEqual(['ana POSSIBLE']);
  expect(listAt(50)).toEqual([]);
});

test('somebody was on since the earliest session that is proven at the time, without one since the earliest', () => {
  const lanes = lanesOf(
    aSession('ana', [10, 90], { id: 'old', endedAfter: minute(20) }),
    aSession('ana', [30, 90], { id: 'new', endedAfter: minute(40) }),
  );
  const sinceAt = (count: number) => listPresent(lanes, at(count)).map(({ since }) => since);
  expect([15, 35, 60].map(sinceAt)).toEqual([[at(10)], [at(30)], [at(10)]]);
});

describe('the scale', () => {
  test('zooming keeps its time in place, and never leaves the bounds', () => {
    const zoomed = zoomAround(RANGE, { at: at(250), factor: 0.5, bounds: RANGE });
    expect(zoomed).toEqual({ from: at(125), until: at(625) });
    expect(zoomAround(zoomed, { at: at(250), factor: 100, bounds: RANGE })).toEqual(RANGE);
  });

  test('a range that leaves the bounds is moved back with its length', () => {
    expect(keepWithin({ from: at(950), until: at(1050) }, RANGE)).toEqual({ from: at(900), until: at(1000) });
  });

  test('ticks are at full hours of the zone, and a day has its date', () => {
    const labels = makeTicks({ from: at(0), until: at(1440) }, 800, 'Europe/Berlin').map(
      ({ label }) => label,
    );
    expect(labels).toContain('2026-11-17');
    expect(labels).toContain('12:00');
  });

  test('ticks of a short range are at full seconds or milliseconds, and the first has the date', () => {
    const labelsOf = (ms: number, offset = 0) =>
      makeTicks({ from: at(0) + offset, until: at(0) + offset + ms }, 500, 'Europe/Berlin').map(
        ({ label }) => label,
      );
    expect(labelsOf(100, 1)).toEqual([
      '2026-11-16 01:00:00.020',
      '',
      '01:00:00.060',
      '01:00:00.080',
      '01:00:00.100',
    ]);
    expect(labelsOf(5000, 60_001)).toEqual(['2026-11-16 01:01:01', '', '01:01:03', '01:01:04', '01:01:05']);
  });

  test('the axis of any range has a label with a date, and space for each label', () => {
    const anyShown = fc.record({
      from: fc.integer({ min: at(0), max: at(1_000_000) }),
      length: fc
        .integer({ min: 100, max: 10_000 })
        .chain((ms) => fc.constantFrom(ms, ms * 1000, ms * 10_000_000)),
      width: fc.integer({ min: 100, max: 2000 }),
      zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
    });
    fc.assert(
      fc.property(anyShown, ({ from, length, width, zone }) => {
        const shown = { from, until: from + length };
        const labelled = makeTicks(shown, width, zone).filter(({ label }) => label !== '');
        expect(labelled.some(({ label }) => /^\d{4}-\d\d-\d\d/.test(label))).toBe(true);
        const xs = labelled.map((tick) => toX(tick.at, shown, width));
        expect(xs.every((x) => x >= 0 && x < width)).toBe(true);
        for (const [index, { label }] of labelled.slice(0, -1).entries())
          expect(xs[index + 1]! - xs[index]!).toBeGreaterThan(label.length > 12 ? 175 : 85);
      }),
      samples(300),
    );
  });

  test('ticks of long ranges are at the first day of a month or year', () => {
    const labelsOf = (days: number, width: number) =>
      makeTicks({ from: at(0), until: at(days * 1440) }, width, 'UTC').map(({ label }) => label);
    expect(labelsOf(120, 400)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01']);
    expect(labelsOf(2000, 500)).toEqual([
      '2027-01-01',
      '2028-01-01',
      '2029-01-01',
      '2030-01-01',
      '2031-01-01',
      '2032-01-01',
    ]);
    expect(labelsOf(10_000, 800).map((label) => label.slice(4))).toEqual(Array(7).fill('-01-01'));
  });
});
