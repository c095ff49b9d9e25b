import { eachInSlices } from '../../mapInSlices.ts';

import type { Hop, Links } from './linkHops.ts';
import { countChains, MANY, measureTails, reserveLevel } from './measureChains.ts';

/** Where paths begin and end; null for any place where movement begins or ends. */
export type PathRule = {
  readonly isFrom: ((hop: Hop) => boolean) | null;
  readonly isTo: ((hop: Hop) => boolean) | null;
  readonly maxDepth: number;
};

/** The first paths in their order, their total number (at most MANY), and all hops that are on a path. */
export type FoundPaths = {
  readonly paths: readonly (readonly Hop[])[];
  readonly total: number;
  readonly onPath: readonly Hop[];
};

/**
 * Finds the chains of 1 to `maxDepth` hops that begin with a hop that `isFrom` accepts and end with one that `isTo` accepts. Without
 * `isFrom`, a path begins with a hop that continues no other; without `isTo`, it ends with a hop that no other continues; longer chains are
 * cut to `maxDepth` hops there. Without both, a single hop is not a path.
 *
 * Counts all paths but builds only the first `maxPaths`, because their number can grow exponentially. Works in slices, so that the event
 * loop keeps running.
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

/** A hop at ten depths takes 0.4 µs. */
const weighHop = (): number => 0.02;
/** A walk over this many hops takes about 10 µs. */
const HOPS_PER_STEP = 128;
const weighWalk = (): number => 0.5;

/** Where chains begin and end, and the lengths of the chains before and after each hop. */
type Chains = {
  readonly maxDepth: number;
  readonly minDepth: number;
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
  /** Whether a chain of `maxDepth` hops may begin, or end, at any hop. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** The number of chains by length and last hop: those that begin where paths begin, and all. */
  readonly heads: readonly (readonly number[])[];
  readonly anyHeads: readonly (readonly number[])[];
  /** The lengths of chains from each hop as bits: those that end where paths end, and all. */
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

/** The lengths, as bits, that a path can have from this hop on if the hop is at this depth. */
const lengthsFrom = (chains: Chains, index: number, { depth, begins }: PathPosition): number => {
  const { maxDepth, minDepth, tails, anyTails, isCutAfter } = chains;
  const most = 1 << (maxDepth - depth + 1);
  const whole = (tails[index] ?? 0) | (isCutAfter ? (anyTails[index] ?? 0) & most : 0);
  const longEnough = ~0 << Math.max(minDepth - depth + 1, 1);
  return whole & longEnough & (begins ? most | (most - 1) : most);
};

/** A hop's number in its path, starting at 1, and whether the path begins where paths begin. */
type PathPosition = { readonly depth: number; readonly begins: boolean };

/** Collects the first paths. Yields after at most HOPS_PER_STEP hops. */
function* walkPaths(
  { hops, lists, next }: Links,
  chains: Chains,
  { paths, maxPaths }: { readonly paths: (readonly Hop[])[]; readonly maxPaths: number },
): Generator<void, void> {
  function* walk(path: readonly Hop[], index: number, position: PathPosition): Generator<void, void> {
    const lengths = lengthsFrom(chains, index, position);
    const hop = hops[index];
    if (lengths === 0 || hop === undefined || paths.length === maxPaths) return;
    const walked = [...path, hop];
    if ((lengths & 2) !== 0) paths.push(walked);
    const slice = next[index] ?? null;
    if (slice === null || lengths < 4) return;
    const list = lists[slice.list] ?? [];
    for (let at = slice.low; at < slice.high && paths.length < maxPaths; at += 1) {
      if (at % HOPS_PER_STEP === 0) yield;
      yield* walk(walked, list[at] ?? 0, { ...position, depth: position.depth + 1 });
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
