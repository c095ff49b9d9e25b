import { expect, test } from '@jest/globals';

import { findPaths } from '../../../../src/model/hunts/lateral/findPaths.ts';
import { linkHops } from '../../../../src/model/hunts/lateral/linkHops.ts';
import type { Hop } from '../../../../src/model/hunts/lateral/linkHops.ts';

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
])('over %d hosts by %d ways each there are %d paths, of which few are made', (depth, width, total) => {
  const links = linkHops(layers(depth, width), RULE);
  const found = findPaths(links, { ...NOWHERE, maxDepth: 10 }, 20);
  expect(found.total).toBe(total);
  expect(found.onPath).toHaveLength(depth * width);
  expect(found.paths).toHaveLength(Math.min(total, 20));
  expect(found.paths.map((path) => path.length)).toEqual(found.paths.map(() => depth));
});

test('a path that is longer than the most hops is cut at the ends that nothing tells', () => {
  const hops = layers(5, 1);
  const links = linkHops(hops, RULE);
  const [a, b, c, d, e] = hops;
  const pathsOf = (rule: Partial<Parameters<typeof findPaths>[1]>) =>
    findPaths(links, { ...NOWHERE, maxDepth: 3, ...rule }, 10).paths;
  expect(pathsOf({})).toEqual([
    [a, b, c],
    [b, c, d],
    [c, d, e],
  ]);
  expect(pathsOf({ isFrom: (hop) => hop === b })).toEqual([[b, c, d]]);
  expect(pathsOf({ isTo: (hop) => hop === d })).toEqual([[b, c, d]]);
  expect(pathsOf({ isTo: (hop) => hop === b })).toEqual([[a, b]]);
  expect(pathsOf({ isFrom: (hop) => hop === b, isTo: (hop) => hop === c })).toEqual([[b, c]]);
  expect(pathsOf({ isFrom: (hop) => hop === a, isTo: (hop) => hop === e })).toEqual([]);
  expect(pathsOf({ isFrom: (hop) => hop === e })).toEqual([[e]]);
});
