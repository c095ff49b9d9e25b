import { reserveWork } from '../../reserveWork.ts';

import type { Links } from './linkHops.ts';

/** Counts stop here, so that their sum over all hops stays an exact integer. */
export const MANY = 1_000_000_000;

/**
 * Counts chains of hops by length and last hop. `first` has the number of chains of length 1 that end at each hop. The work for one length
 * grows with the number of hops, not of chains.
 *
 * @returns for each length from 1 to `maxDepth` the counts by hop, at most MANY.
 */
export const countChains = async (
  links: Links,
  first: readonly number[],
  maxDepth: number,
): Promise<readonly (readonly number[])[]> => {
  const levels = [first];
  while (levels.length < maxDepth) {
    await reserveLevel(links);
    levels.push(extend(links, levels.at(-1) ?? []));
  }
  return levels;
};

/** Waits until the event loop has time for one pass over all hops: 50 ns each, 25 ms for the greatest allowed number of hops. */
export const reserveLevel = async ({ hops }: Links): Promise<void> =>
  reserveWork(hops.length * HOP_WEIGHT) ?? undefined;

const HOP_WEIGHT = 0.0025;

/** Each hop gets the sum of the counts of the hops that it continues. All hops of a slice get the same amount, so only its ends are marked. */
const extend = ({ hops, lists, next }: Links, level: readonly number[]): readonly number[] => {
  const changes = lists.map((list) => Array.from({ length: list.length + 1 }, () => 0));
  next.forEach((slice, index) => {
    const count = level[index] ?? 0;
    const change = slice === null ? undefined : changes[slice.list];
    if (slice === null || change === undefined) return;
    change[slice.low] = (change[slice.low] ?? 0) + count;
    change[slice.high] = (change[slice.high] ?? 0) - count;
  });
  const counts = Array.from({ length: hops.length }, () => 0);
  lists.forEach((list, at) => {
    let sum = 0;
    list.forEach((index, place) => {
      sum += changes[at]?.[place] ?? 0;
      // A hop with several candidates is in several lists.
      counts[index] = Math.min((counts[index] ?? 0) + sum, MANY);
    });
  });
  return counts;
};

/**
 * Finds the lengths of the chains that begin at each hop and end at a hop of `last`.
 *
 * @returns for each hop a number with bit n set if there is a chain of length n.
 */
export const measureTails = async (
  links: Links,
  last: readonly boolean[],
  maxDepth: number,
): Promise<readonly number[]> => {
  const bits: number[] = last.map((ends) => (ends ? 2 : 0));
  let level: readonly boolean[] = last;
  for (let length = 2; length <= maxDepth; length += 1) {
    await reserveLevel(links);
    level = reach(links, level);
    level.forEach((reaches, index) => {
      if (reaches) bits[index] = (bits[index] ?? 0) | (1 << length);
    });
  }
  return bits;
};

/** For each hop, whether a hop of the level continues it. */
const reach = ({ lists, next }: Links, level: readonly boolean[]): readonly boolean[] => {
  const sums = lists.map((list) => {
    const counts = [0];
    for (const index of list) counts.push((counts.at(-1) ?? 0) + (level[index] === true ? 1 : 0));
    return counts;
  });
  return next.map((slice) => {
    if (slice === null) return false;
    const sum = sums[slice.list];
    return (sum?.[slice.high] ?? 0) > (sum?.[slice.low] ?? 0);
  });
};
