import { eachInSlices } from '../../mapInSlices.ts';

import type { Hop, Links } from './linkHops.ts';
import { countChains, MANY, measureTails, reserveLevel } from './measureChains.ts';

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
 * All are counted and none but the first are made: chains multiply. The event loop turns between slices of the work.
 */
export const findPaths = async (links: Links, rule: PathRule, maxPaths: number): Promise<FoundPaths> => {
  const chains = await describeChains(links, rule);
  const paths: (readonly Hop[])[] = [];
  await eachInSlices(walkPaths(links, chains, { paths, maxPaths }), () => undefined, weighWalk);
  const total = await countPaths(links, chains);
  const onPath: Hop[] = [];
  await eachInSlices(
    links.hops,
    (hop, index) => {
      if (isOnPath(chains, index)) onPath.push(hop);
    },
    weighHop,
  );
  return { paths, total, onPath };
};

/** A hop of ten depths takes 0.4 µs. */
const weighHop = (): number => 0.02;
/** What walks over so many hops takes about 10 µs. */
const HOPS_PER_STEP = 128;
const weighWalk = (): number => 0.5;

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

const describeChains = async (links: Links, { isFrom, isTo, maxDepth }: PathRule): Promise<Chains> => {
  const { hops, next } = links;
  const one = hops.map(() => 1);
  const [, continued = one] = await countChains(links, one, 2);
  await reserveLevel(links);
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
    heads: await countChains(links, numbers, maxDepth),
    anyHeads: await countChains(links, one, maxDepth),
    tails: await measureTails(links, ends, maxDepth),
    anyTails: await measureTails(
      links,
      hops.map(() => true),
      maxDepth,
    ),
  };
};

const countPaths = async (links: Links, chains: Chains): Promise<number> => {
  const { maxDepth, minDepth, ends, isCutBefore, isCutAfter, heads, anyHeads } = chains;
  let total = 0;
  for (let depth = minDepth; depth <= maxDepth; depth += 1) {
    const isMost = depth === maxDepth;
    const counts = (isMost && isCutBefore ? anyHeads : heads)[depth - 1] ?? [];
    await reserveLevel(links);
    links.hops.forEach((_, index) => {
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

/** Collects the first paths; each `yield` comes after a look at HOPS_PER_STEP hops at most. */
function* walkPaths(
  { hops, lists, next }: Links,
  chains: Chains,
  { paths, maxPaths }: { readonly paths: (readonly Hop[])[]; readonly maxPaths: number },
): Generator<void, void> {
  function* walk(path: readonly Hop[], index: number, place: Place): Generator<void, void> {
    const lengths = lengthsFrom(chains, index, place);
    const hop = hops[index];
    if (lengths === 0 || hop === undefined || paths.length === maxPaths) return;
    const walked = [...path, hop];
    if ((lengths & 2) !== 0) paths.push(walked);
    const slice = next[index] ?? null;
    if (slice === null || lengths < 4) return;
    const list = lists[slice.list] ?? [];
    for (let at = slice.low; at < slice.high && paths.length < maxPaths; at += 1) {
      if (at % HOPS_PER_STEP === 0) yield;
      yield* walk(walked, list[at] ?? 0, { ...place, depth: place.depth + 1 });
    }
  }
  for (const index of hops.keys()) {
    if (index % HOPS_PER_STEP === 0) yield;
    const begins = chains.begins[index] === true;
    if (begins || chains.isCutBefore) yield* walk([], index, { depth: 1, begins });
    if (paths.length === maxPaths) return;
  }
}

const isOnPath = (chains: Chains, index: number): boolean => {
  for (let depth = 1; depth <= chains.maxDepth; depth += 1) {
    const isHead = (chains.heads[depth - 1]?.[index] ?? 0) > 0;
    const isAnyHead = chains.isCutBefore && (chains.anyHeads[depth - 1]?.[index] ?? 0) > 0;
    if (isHead && lengthsFrom(chains, index, { depth, begins: true }) !== 0) return true;
    if (isAnyHead && lengthsFrom(chains, index, { depth, begins: false }) !== 0) return true;
  }
  return false;
};
