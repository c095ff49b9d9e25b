import { describe, expect, test } from '@jest/globals';

import type { TimelineSessionFragment } from '../../src/explorer/api/documents.ts';
import { makeLanes, MAX_ROWS } from '../../src/explorer/timeline/lanes.ts';
import type { Lane } from '../../src/explorer/timeline/lanes.ts';
import { projectRow } from '../../src/explorer/timeline/project.ts';
import { keepWithin, makeTicks, zoomAround } from '../../src/explorer/timeline/scale.ts';
import { listPresent } from '../../src/explorer/timeline/whoWasOn.ts';

const minute = (count: number): string => new Date(Date.UTC(2026, 10, 16) + count * 60_000).toISOString();
const at = (count: number): number => Date.parse(minute(count));
const RANGE = { from: at(0), until: at(1000) };

/** A session of an account from one minute to another, always active; null: open. */
const aSession = (
  user: string,
  [from, until]: readonly [number, number | null],
  fields: Partial<TimelineSessionFragment> = {},
): TimelineSessionFragment => {
  const endedAt = until === null ? null : minute(until);
  return {
    id: `${user} ${from}`,
    hostname: 'HOST1',
    loginId: '0x1',
    user,
    loginType: 'RDP',
    srcIp: null,
    startedAt: minute(from),
    startReason: 'LOGIN',
    endedAt,
    endedAfter: endedAt,
    endReason: endedAt === null ? null : 'LOGOUT',
    account: { id: user, user },
    periods: [{ from: minute(from), until: endedAt, state: 'ACTIVE' }],
    ...fields,
  };
};

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

describe('pieces', () => {
  const project = (width: number, ...sessions: readonly TimelineSessionFragment[]) =>
    projectRow(lanesOf(...sessions)[0]?.rows[0] ?? [], { shown: RANGE, width });

  test('a bar is at the pixels of its times', () => {
    expect(project(1000, aSession('ana', [100, 300]))).toMatchObject([
      { x: 100, width: 200, state: 'ACTIVE', opacity: [1, 1] },
    ]);
  });

  test('a fading bar is opaque at its last proof, and nearly transparent at its end', () => {
    const [piece] = project(1000, aSession('ana', [100, 300], { endedAfter: minute(100) }));
    expect(piece?.opacity[0]).toBe(1);
    expect(piece?.opacity[1]).toBeLessThan(0.3);
  });

  test('ten thousand bars narrower than a pixel become at most one piece for each pixel, and none is lost', () => {
    const sessions = Array.from({ length: 10_000 }, (_, index) =>
      aSession('svc', [index / 10, index / 10 + 0.05]),
    );
    const pieces = project(200, ...sessions);
    expect(pieces.length).toBeLessThanOrEqual(200);
    expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });

  test('bars out of sight have no piece', () => {
    const row =
      lanesOf(aSession('ana', [10, 20]), aSession('ana', [30, 40]), aSession('ana', [50, 60]))[0]?.rows[0] ??
      [];
    const pieces = projectRow(row, { shown: { from: at(25), until: at(45) }, width: 100 });
    expect(pieces.map(({ bar }) => bar?.session.id)).toEqual(['ana 30']);
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
});
