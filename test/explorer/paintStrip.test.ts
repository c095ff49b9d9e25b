import { describe, expect, test } from '@jest/globals';

import type { TimelineSessionFragment } from '../../src/explorer/api/documents.ts';
import type { Paper } from '../../src/explorer/picture/paper.ts';
import type { Inks } from '../../src/explorer/timeline/inks.ts';
import { makeLanes } from '../../src/explorer/timeline/lanes.ts';
import { paintStrip, STRIP_HEIGHT } from '../../src/explorer/timeline/paintStrip.ts';
import { aSession, minute, RANGE } from './sessions.ts';

const STATES = { ACTIVE: '', LOCKED: '', DISCONNECTED: '', UNKNOWN: '', SEVERAL: '' };
const EDGES = Object.fromEntries(Object.keys(STATES).map((state) => [state, state])) as Inks['edges'];
const COLORS = { text: '', muted: '', line: '', reconnect: '', cursor: '', surface: '', font: '' };
/** Each state in a colour of its own name. */
const INKS: Inks = { ...COLORS, failure: 'FAILURE', fills: EDGES, edges: EDGES };

type Rectangle = readonly [string, number, ...(readonly number[])];

/** The rectangles that the strip of sessions has: ink, opacity, x, y, width and height. A minute is a pixel. */
const paint = (...sessions: readonly TimelineSessionFragment[]): readonly Rectangle[] => {
  const rectangles: Rectangle[] = [];
  const paper = {
    fillStyle: '',
    globalAlpha: 1,
    clearRect: () => {},
    fillRect: (...place: readonly number[]) =>
      void rectangles.push([paper.fillStyle, paper.globalAlpha, ...place]),
  };
  const lanes = makeLanes(
    { sessions, marks: [] },
    { range: RANGE, laneOf: ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? '' }) },
  );
  paintStrip(paper as unknown as Paper, INKS, { lanes, range: RANGE, width: 1000 });
  return rectangles;
};

describe('the strip of a timeline', () => {
  test('shows states, and what is not proven paler', () => {
    expect(
      paint(
        aSession('ana', [10, 90], {
          endedAfter: minute(60),
          periods: [
            { from: minute(10), until: minute(40), state: 'ACTIVE', truncated: false },
            { from: minute(40), until: minute(90), state: 'LOCKED', truncated: false },
          ],
        }),
      ),
    ).toEqual([
      ['ACTIVE', 1, 10, 3, 30, 6],
      ['LOCKED', 1, 40, 3, 20, 6],
      ['LOCKED', 0.4, 60, 3, 30, 6],
    ]);
  });

  test('shows a session that is shorter than a pixel', () => {
    expect(paint(aSession('ana', [10, 10.2]))).toEqual([['ACTIVE', 1, 10, 3, 2, 6]]);
  });

  test('shows the proven and liveliest of the sessions that share a pixel', () => {
    const locked = (from: number, until: number) => ({
      periods: [{ from: minute(from), until: minute(until), state: 'LOCKED' as const, truncated: false }],
    });
    expect(
      paint(
        aSession('ana', [10, 50], locked(10, 50)),
        aSession('ana', [20, 40], { endedAfter: minute(30) }),
      ).map(([state, opacity, x]) => [state, opacity, x]),
    ).toEqual([
      ['LOCKED', 1, 10],
      ['ACTIVE', 1, 20],
      ['LOCKED', 1, 30],
    ]);
  });

  test('paints no more rectangles for more sessions than it has pixels, and has a place for each lane', () => {
    const sessions = Array.from({ length: 40_000 }, (_, index) =>
      aSession(`user${index % 400}`, [index / 50, index / 50 + 12 + (index % 7)], { id: String(index) }),
    );
    const rectangles = paint(...sessions);
    expect(rectangles.length).toBeLessThanOrEqual(1000);
    expect(Math.max(...rectangles.map(([, , , y = 0]) => y))).toBeLessThan(STRIP_HEIGHT - 3);
  });
});
