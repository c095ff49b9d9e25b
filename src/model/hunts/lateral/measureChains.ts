import { reserveWork } from '../../reserveWork.ts';

import type { Links } from './linkHops.ts';

/** Counts above this are as good as this one: they stay exact in a sum over all hops. */
export const MANY = 1_000_000_000;

/**
 * Counts the chains of hops by their length and last hop, when so many of length one end at each hop. A level costs as much as there are hops,
 * however many chains there are.
 *
 * @returns for each length from 1 to `maxDepth` the counts by hop, up to MANY.
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

/** Waits until the event loop has room for one look at each hop: 50 ns each, 25 ms for the most hops that are looked at together. */
export const reserveLevel = async ({ hops }: Links): Promise<void> =>
  reserveWork(hops.length * HOP_WEIGHT) ?? undefined;

const HOP_WEIGHT = 0.0025;

/** Each hop gets the sum of those that it continues: a slice's hops get the same, so its ends say it all. */
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
      counts[index] = Math.min(sum, MANY);
    });
  });
  return counts;
};

/**
 * Finds which lengths the chains have that begin at each hop and end where `last` says: bit n for length n.
 *
 * @returns a set of bits for each hop.
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

/** Whether one of the hops that continue each hop is among those of the level. */
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
