import { tightest, timeRangeOf } from '../model/filter/timeRange.ts';
import type { PartialTimeRange } from '../model/filter/timeRange.ts';

import type { EventPageQuery } from './eventPageQuery.ts';
import type { Partition } from './partitions.ts';

export const UNBOUNDED: PartialTimeRange = { from: null, until: null };

/** Few partitions need no windows: one statement over four costs less than two statements. */
const FEW = 4;
const WIDER = 12;

/**
 * Windows for a scan by time: the nearest partition, then twelve, then everything. Each contains the one before, so that the first that
 * fills the page holds it; and none is bounded where the scan begins, so that partitions this process does not know of yet are read.
 */
export const makeTimeWindows = (
  partitions: readonly Partition[],
  query: EventPageQuery,
): readonly PartialTimeRange[] => {
  const range = rangeOf(query);
  const relevant = partitions.filter(
    ({ from, until }) =>
      (range.from === null || until > range.from) && (range.until === null || from <= range.until),
  );
  if (relevant.length <= FEW) return [UNBOUNDED];
  return [
    ...[1, WIDER]
      .filter((count) => count < relevant.length)
      .map((count) =>
        query.scan === 'DESCENDING'
          ? { from: relevant.at(-count)?.from ?? null, until: null }
          : { from: null, until: relevant[count - 1]?.until ?? null },
      ),
    UNBOUNDED,
  ];
};

const rangeOf = ({ predicate, asOf, scan, after, before }: EventPageQuery): PartialTimeRange => {
  const [early, late] = scan === 'DESCENDING' ? [before, after] : [after, before];
  const { from, until } = timeRangeOf(predicate, 'time', asOf);
  return {
    from: tightest([from, early?.time ?? null], (a, b) => a > b),
    until: tightest([until, late?.time ?? null], (a, b) => a < b),
  };
};
