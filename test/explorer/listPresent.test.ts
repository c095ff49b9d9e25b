import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { TimelineSessionFragment } from '../../src/explorer/api/documents.ts';
import { makeLanes } from '../../src/explorer/timeline/lanes.ts';
import type { Lane } from '../../src/explorer/timeline/lanes.ts';
import { listPresent } from '../../src/explorer/timeline/listPresent.ts';
import { samples } from '../support/samples.ts';
import { aSession, at, RANGE } from './sessions.ts';

const lanesOf = (sessions: readonly TimelineSessionFragment[]): readonly Lane[] =>
  makeLanes(
    { sessions, marks: [] },
    { range: RANGE, laneOf: ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? '' }) },
  );

const anyMinute = fc.integer({ min: 0, max: 60 });
const anySession = fc
  .tuple(fc.constantFrom('ana', 'ben'), anyMinute, fc.option(anyMinute), fc.uuid())
  .map(([user, from, length, id]) => aSession(user, [from, length === null ? null : from + length], { id }));

test('lists each session that is open at the time, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(anySession, { maxLength: 60 }),
      fc.integer({ min: 0, max: 130 }),
      (sessions, time) => {
        const listed = listPresent(lanesOf(sessions), at(time)).flatMap(({ sessionIds }) => sessionIds);
        const open = sessions.filter(
          ({ startedAt, endedAt }) =>
            Date.parse(startedAt) <= at(time) && (endedAt === null || at(time) < Date.parse(endedAt)),
        );
        expect(listed.toSorted()).toEqual(open.map(({ id }) => id).toSorted());
      },
    ),
    samples(100),
  );
});

test('looks at few of many sessions, because it is computed in each frame of a drag', () => {
  const sessions = Array.from({ length: 10_000 }, (_, index) =>
    aSession('svc', [index / 10, index / 10 + 0.05]),
  );
  let reads = 0;
  const count = <Item extends object>(items: readonly Item[]): readonly Item[] =>
    new Proxy(items, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const lanes = lanesOf(sessions).map((lane) => ({ ...lane, rows: lane.rows.map(count) }));
  expect(listPresent(lanes, at(500.01)).flatMap(({ sessionIds }) => sessionIds)).toEqual(['svc 500']);
  expect(reads).toBeLessThan(100);
});
