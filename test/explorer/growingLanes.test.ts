import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { TimelineMarkFragment, TimelineSessionFragment } from '../../src/explorer/api/documents.ts';
import { makeLanes, startLanes } from '../../src/explorer/timeline/lanes.ts';
import type { LaneOf } from '../../src/explorer/timeline/lanes.ts';
import { samples } from '../support/samples.ts';
import { aSession, minute, RANGE } from './sessions.ts';

const laneOf: LaneOf = ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? null });
const OPTIONS = { range: RANGE, laneOf };

const aFailure = (user: string, at: number): TimelineMarkFragment => ({
  id: `${user} failed at ${at}`,
  time: minute(at),
  action: 'LOGIN',
  hostname: 'HOST1',
  user,
  account: { id: user, user },
  srcIp: null,
});

const anyUser = fc.constantFrom('ana', 'ben', 'cleo');
const anyMinute = fc.integer({ min: 0, max: 40 });
const anySession = fc
  .tuple(anyUser, anyMinute, fc.option(anyMinute), fc.uuid())
  .map(([user, from, length, id]) => aSession(user, [from, length === null ? null : from + length], { id }));
const anyPage = fc.record({
  sessions: fc.array(anySession, { maxLength: 12 }),
  marks: fc.array(
    fc.tuple(anyUser, anyMinute).map(([user, at]) => aFailure(user, at)),
    { maxLength: 3 },
  ),
});

test('lanes that grow page by page, in any order, are those of all items at once', () => {
  fc.assert(
    fc.property(fc.array(anyPage, { minLength: 1, maxLength: 6 }), (pages) => {
      const growing = startLanes(OPTIONS);
      for (const count of pages.keys()) {
        const page = pages[count]!;
        const before = pages.slice(0, count + 1);
        expect(growing.add(page)).toEqual(
          makeLanes(
            {
              sessions: before.flatMap(({ sessions }) => sessions),
              marks: before.flatMap(({ marks }) => marks),
            },
            OPTIONS,
          ),
        );
      }
    }),
    samples(150),
  );
});

test('a new page reads only its own sessions, and lanes that were returned do not change', () => {
  let reads = 0;
  const counted = (user: string, from: number): TimelineSessionFragment => {
    const session = aSession(user, [from, from + 1]);
    return new Proxy(session, {
      get: (target, key) => {
        if (key === 'startedAt') reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  };
  const growing = startLanes(OPTIONS);
  const first = growing.add({
    sessions: Array.from({ length: 500 }, (_, index) => counted(index % 2 === 0 ? 'ana' : 'ben', index)),
    marks: [],
  });
  expect(reads).toBe(500);
  const rowsOf = (lanes: typeof first) => lanes.map(({ rows }) => rows.map(({ length }) => length));
  const second = growing.add({ sessions: [counted('ana', 600)], marks: [] });
  expect(reads).toBe(501);
  expect(rowsOf(first)).toEqual([[250], [250]]);
  expect(rowsOf(second)).toEqual([[251], [250]]);
  // The lane without a new session is the same: nothing of it was arranged again.
  expect(second[1]?.rows).toBe(first[1]?.rows);
});
