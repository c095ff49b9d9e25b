import { expect, test } from '@jest/globals';

import { findPaths } from '../../../../src/model/hunts/lateral/findPaths.ts';
import { linkHops } from '../../../../src/model/hunts/lateral/linkHops.ts';
import { makeGraph } from '../../../../src/model/hunts/lateral/makeGraph.ts';
import type { Hop } from '../../../../src/model/hunts/lateral/linkHops.ts';
import { WORK_PER_TURN } from '../../../../src/model/reserveWork.ts';
import { watchWork } from '../../../support/watchWork.ts';

const RULE = { containment: 'SESSION', maxGapUs: 0, sameUser: false } as const;
const NOWHERE = { isFrom: null, isTo: null };

/** So many hops from each host to the next one, all of them before those that leave there. */
const layers = (depth: number, width: number): readonly Hop[] =>
  Array.from({ length: depth * width }, (_, n): Hop => {
    const layer = Math.floor(n / width);
    return {
      time: `2026-11-16T09:00:00.${String(n).padStart(6, '0')}Z`,
      uuid: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
      action: 'LOGIN',
      srcIp: `10.0.0.${layer}`,
      destIp: `10.0.0.${layer + 1}`,
      source: layer === 0 ? null : `H${layer}`,
      hostname: `H${layer + 1}`,
      account: null,
      session: { endedAt: null },
    };
  });

test.each([
  [2, 3, 9],
  [5, 4, 1024],
  [9, 10, 1_000_000_000],
  [10, 12, 1_000_000_000],
  [10, 400, 1_000_000_000],
])('over %d hosts by %d ways each there are %d paths, of which few are made', async (depth, width, total) => {
  const links = await linkHops(layers(depth, width), RULE);
  const found = await findPaths(links, { ...NOWHERE, maxDepth: 10 }, 20);
  expect(found.total).toBe(total);
  expect(found.onPath).toHaveLength(depth * width);
  expect(found.paths).toHaveLength(Math.min(total, 20));
  expect(found.paths.map((path) => path.length)).toEqual(found.paths.map(() => depth));
});

test('a path that is longer than the most hops is cut at the ends that nothing tells', async () => {
  const hops = layers(5, 1);
  const links = await linkHops(hops, RULE);
  const [a, b, c, d, e] = hops;
  const pathsOf = async (rule: Partial<Parameters<typeof findPaths>[1]>) =>
    (await findPaths(links, { ...NOWHERE, maxDepth: 3, ...rule }, 10)).paths;
  expect(await pathsOf({})).toEqual([
    [a, b, c],
    [b, c, d],
    [c, d, e],
  ]);
  expect(await pathsOf({ isFrom: (hop) => hop === b })).toEqual([[b, c, d]]);
  expect(await pathsOf({ isTo: (hop) => hop === d })).toEqual([[b, c, d]]);
  expect(await pathsOf({ isTo: (hop) => hop === b })).toEqual([[a, b]]);
  expect(await pathsOf({ isFrom: (hop) => hop === b, isTo: (hop) => hop === c })).toEqual([[b, c]]);
  expect(await pathsOf({ isFrom: (hop) => hop === a, isTo: (hop) => hop === e })).toEqual([]);
  expect(await pathsOf({ isFrom: (hop) => hop === e })).toEqual([[e]]);
});

test('lets the event loop turn between slices of the work for many hops', async () => {
  const hops = layers(4, 20_000);
  const turns = await watchWork(async () => {
    const links = await linkHops(hops, RULE);
    const { onPath } = await findPaths(links, { ...NOWHERE, maxDepth: 10 }, 20);
    await makeGraph(onPath, new Map());
  });
  // To link: twice 0.1 of a unit a hop; to find what is on a path: 0.02; the graph: 0.05; and 30 looks at all hops.
  expect(turns.length).toBeGreaterThanOrEqual((hops.length * 0.27) / WORK_PER_TURN + 30 - 5);
  expect(Math.max(...turns)).toBeLessThanOrEqual(2 * WORK_PER_TURN);
});
