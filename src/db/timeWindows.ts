import type { Predicate } from '../model/filter/predicate.ts';

import { startOfLast } from './compilePredicate.ts';
import type { EventStretch } from './eventStretch.ts';
import type { Partition } from './partitions.ts';

/** A bound on time that a statement adds to its filter; null is none. */
export type TimeWindow = { readonly from: string | null; readonly until: string | null };

export const EVERYTHING: TimeWindow = { from: null, until: null };

/** Few partitions need no windows: one statement over four costs less than two statements. */
const FEW = 4;
const WIDER = 12;

/**
 * Windows for a scan by time: the nearest partition, then twelve, then everything. Each contains the one before, so that the first that
 * fills the page holds it; and none is bounded where the scan begins, so that partitions this process does not know of yet are read.
 */
export const makeTimeWindows = (
  partitions: readonly Partition[],
  stretch: EventStretch,
): readonly TimeWindow[] => {
  const range = rangeOf(stretch);
  const relevant = partitions.filter(
    ({ from, until }) =>
      (range.from === null || until > range.from) && (range.until === null || from <= range.until),
  );
  if (relevant.length <= FEW) return [EVERYTHING];
  return [
    ...[1, WIDER]
      .filter((count) => count < relevant.length)
      .map((count) =>
        stretch.scan === 'DESCENDING'
          ? { from: relevant.at(-count)?.from ?? null, until: null }
          : { from: null, until: relevant[count - 1]?.until ?? null },
      ),
    EVERYTHING,
  ];
};

const rangeOf = ({ predicate, asOf, scan, after, before }: EventStretch): TimeWindow => {
  const [early, late] = scan === 'DESCENDING' ? [before, after] : [after, before];
  const bounds = predicate.kind === 'and' ? predicate.of : [predicate];
  const froms = bounds.map((bound) => lowerBound(bound, asOf)).concat(early?.time ?? null);
  const untils = bounds.map(upperBound).concat(late?.time ?? null);
  return { from: pick(froms, (a, b) => a > b), until: pick(untils, (a, b) => a < b) };
};

const lowerBound = (bound: Predicate, asOf: string): string | null => {
  if (bound.kind === 'between') return bound.first.time;
  if (bound.kind === 'from' && bound.field === 'time') return bound.time;
  return bound.kind === 'last' && bound.field === 'time' ? startOfLast(asOf, bound.durationMs) : null;
};

const upperBound = (bound: Predicate): string | null => {
  if (bound.kind === 'between') return bound.last.time;
  return bound.kind === 'until' && bound.field === 'time' ? bound.time : null;
};

const pick = (
  times: readonly (string | null)[],
  isTighter: (a: string, b: string) => boolean,
): string | null =>
  times.reduce(
    (best, time) => (time !== null && (best === null || isTighter(time, best)) ? time : best),
    null,
  );
