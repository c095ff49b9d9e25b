import type { Hop, Links } from './linkHops.ts';
import { countChains, MANY, measureTails } from './measureChains.ts';

/** Which chains of hops are paths: where they may begin and end, null for wherever movement does. */
export type PathRule = {
  readonly isFrom: ((hop: Hop) => boolean) | null;
  readonly isTo: ((hop: Hop) => boolean) | null;
  readonly maxDepth: number;
};

/** The first paths in their order, how many there are (a billion stands for more), and the hops that are on one. */
export type FoundPaths = {
  readonly paths: readonly (readonly Hop[])[];
  readonly total: number;
  readonly onPath: readonly Hop[];
};

/**
 * Finds the chains of 1 to `maxDepth` hops that begin with a hop that `isFrom` tells, without it with one that continues none, and end with one
 * that `isTo` tells, without it with one that none continues. Where nothing tells an end, a chain of `maxDepth` hops is cut there; and where
 * nothing tells either, one hop is no path.
 *
 * All are counted and none but the first are made: chains multiply.
 */
export const findPaths = (links: Links, rule: PathRule, maxPaths: number): FoundPaths => {
  const chains = describeChains(links, rule);
  return {
    paths: listPaths(links, chains, maxPaths),
    total: countPaths(links, chains),
    onPath: links.hops.filter((_, index) => isOnPath(chains, index)),
  };
};

/** Where chains begin and end, and of which lengths they are before and after each hop. */
type Chains = {
  readonly maxDepth: number;
  readonly minDepth: number;
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
  /** Whether a chain of the most hops may begin and end anywhere. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** Numbers of chains by length and last hop: from where they begin, and from anywhere. */
  readonly heads: readonly (readonly number[])[];
  readonly anyHeads: readonly (readonly number[])[];
  /** Bits of the lengths of chains from each hop: to where they end, and to anywhere. */
  readonly tails: readonly number[];
  readonly anyTails: readonly number[];
};

const describeChains = (links: Links, { isFrom, isTo, maxDepth }: PathRule): Chains => {
  const { hops, next } = links;
  const one = hops.map(() => 1);
  const [, continued = one] = countChains(links, one, 2);
  const begins = hops.map((hop, index) => (isFrom === null ? continued[index] === 0 : isFrom(hop)));
  const ends = hops.map((hop, index) => (isTo === null ? next[index] === null : isTo(hop)));
  const numbers = begins.map((begin) => (begin ? 1 : 0));
  return {
    maxDepth,
    minDepth: isFrom === null && isTo === null ? 2 : 1,
    begins,
    ends,
    isCutBefore: isFrom === null,
    isCutAfter: isTo === null,
    heads: countChains(links, numbers, maxDepth),
    anyHeads: countChains(links, one, maxDepth),
    tails: measureTails(links, ends, maxDepth),
    anyTails: measureTails(
      links,
      hops.map(() => true),
      maxDepth,
    ),
  };
};

const countPaths = ({ hops }: Links, chains: Chains): number => {
  const { maxDepth, minDepth, ends, isCutBefore, isCutAfter, heads, anyHeads } = chains;
  let total = 0;
  for (let depth = minDepth; depth <= maxDepth; depth += 1) {
    const isMost = depth === maxDepth;
    const counts = (isMost && isCutBefore ? anyHeads : heads)[depth - 1] ?? [];
    hops.forEach((_, index) => {
      if (ends[index] === true || (isMost && isCutAfter)) total += counts[index] ?? 0;
    });
  }
  return Math.min(total, MANY);
};

/** Bits of the lengths that a path may have from a hop on, when it is the hop of this depth. */
const lengthsFrom = (chains: Chains, index: number, { depth, begins }: Place): number => {
  const { maxDepth, minDepth, tails, anyTails, isCutAfter } = chains;
  const most = 1 << (maxDepth - depth + 1);
  const whole = (tails[index] ?? 0) | (isCutAfter ? (anyTails[index] ?? 0) & most : 0);
  const longEnough = ~0 << Math.max(minDepth - depth + 1, 1);
  return whole & longEnough & (begins ? most | (most - 1) : most);
};

/** Which hop of its path a hop is, and whether the path begins where paths begin. */
type Place = { readonly depth: number; readonly begins: boolean };

const listPaths = (
  { hops, lists, next }: Links,
  chains: Chains,
  maxPaths: number,
): readonly (readonly Hop[])[] => {
  const paths: (readonly Hop[])[] = [];
  const walk = (path: readonly Hop[], index: number, place: Place): void => {
    const lengths = lengthsFrom(chains, index, place);
    const hop = hops[index];
    if (lengths === 0 || hop === undefined || paths.length === maxPaths) return;
    const walked = [...path, hop];
    if ((lengths & 2) !== 0) paths.push(walked);
    const slice = next[index] ?? null;
    if (slice === null || lengths < 4) return;
    const list = lists[slice.list] ?? [];
    for (let at = slice.low; at < slice.high && paths.length < maxPaths; at += 1) {
      walk(walked, list[at] ?? 0, { ...place, depth: place.depth + 1 });
    }
  };
  hops.forEach((_, index) => {
    const begins = chains.begins[index] === true;
    if (begins || chains.isCutBefore) walk([], index, { depth: 1, begins });
  });
  return paths;
};

const isOnPath = (chains: Chains, index: number): boolean => {
  for (let depth = 1; depth <= chains.maxDepth; depth += 1) {
    const isHead = (chains.heads[depth - 1]?.[index] ?? 0) > 0;
    const isAnyHead = chains.isCutBefore && (chains.anyHeads[depth - 1]?.[index] ?? 0) > 0;
    if (isHead && lengthsFrom(chains, index, { depth, begins: true }) !== 0) return true;
    if (isAnyHead && lengthsFrom(chains, index, { depth, begins: false }) !== 0) return true;
  }
  return false;
};
