import { expect, test } from '@jest/globals';

import { findPaths } from '../../../../src/model/hunts/lateral/findPaths.ts';
import { linkHops } from '../../../../src/model/hunts/lateral/linkHops.ts';
import type { Hop } from '../../../../src/model/hunts/lateral/linkHops.ts';
import { makeGraph } from '../../../../src/model/hunts/lateral/makeGraph.ts';
import { WORK_PER_TURN } from '../../../../src/model/reserveWork.ts';
import { watchWork } from '../../../support/watchWork.ts';

const RULE = { containment: 'SESSION', maxGapUs: 0, sameUser: false } as const;
const ANY_ENDS = { isFrom: null, isTo: null };

/** `width` hops from each host to the next, all of them before the hops that leave there. */
const layers = (depth: number, width: number): readonly Hop[] =>
  Array.from({ length: depth * width }, (_, n): Hop => {
    const layer = Math.floor(n / width);
    return {
      time: `2026-11-16T09:00:00.${String(n).padStart(6, '0')}Z`,
      uuid: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
      action: 'LOGIN',
      srcIp: `10.0.0.${layer}`,
      destIp: `10.0.0.${layer + 1}`,
      srcHostname: null,
      candidates: layer === 0 ? [] : [{ hostname: `H${layer}`, isStored: true, evidence: ['DEST_IP'] }],
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
])('%d layers of %d hops make %d paths; all are counted and few are built', async (depth, width, total) => {
  const links = await linkHops(layers(depth, width), RULE);
  const found = await findPaths(links, { ...ANY_ENDS, maxDepth: 10 }, 20);
  expect(found.total).toBe(total);
  expect(found.onPath).toHaveLength(depth * width);
  expect(found.paths).toHaveLength(Math.min(total, 20));
  expect(found.paths.map((path) => path.length)).toEqual(found.paths.map(() => depth));
});

test('a path longer than maxDepth is cut at the ends that are not given', async () => {
  const hops = layers(5, 1);
  const links = await linkHops(hops, RULE);
  const [a, b, c, d, e] = hops;
  const pathsOf = async (rule: Partial<Parameters<typeof findPaths>[1]>) =>
    (await findPaths(links, { ...ANY_ENDS, maxDepth: 3, ...rule }, 10)).paths;
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

test('the event loop turns while many hops are linked and searched', async () => {
  const hops = layers(4, 20_000);
  const turns = await watchWork(async () => {
    const links = await linkHops(hops, RULE);
    const { onPath } = await findPaths(links, { ...ANY_ENDS, maxDepth: 10 }, 20);
    await makeGraph(onPath, new Map());
  });
  // In units of work per hop: linking 0.2, finding the hops on a path 0.02, the graph 0.05. There are also 30 passes over all hops.
  expect(turns.length).toBeGreaterThanOrEqual((hops.length * 0.27) / WORK_PER_TURN + 30 - 5);
  expect(Math.max(...turns)).toBeLessThanOrEqual(2 * WORK_PER_TURN);
});
