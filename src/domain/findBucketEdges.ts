import type { Predicate, TimeField } from '../model/filter/predicate.ts';
import { endsNow, timeRangeOf } from '../model/filter/timeRange.ts';
import { listBucketEdges } from '../model/stats/bucketEdges.ts';
import type { TimeBucket } from '../model/stats/timeBucket.ts';
import { shiftTime } from '../model/values/time.ts';

import type { ListContext } from './listContext.ts';

/** A kind of record that has a time. */
export type Timed = {
  /** The name of that time in filters. */
  readonly timeField: TimeField;
  /** Finds the time of the first or last record that matches a predicate; null if none matches. */
  readonly findEdge: (
    context: ListContext,
    predicate: Predicate,
    scan: 'ASCENDING' | 'DESCENDING',
  ) => Promise<string | null>;
};

/**
 * Finds the edges of the buckets to fill. They cover the time range of the filter; where the filter leaves a side open, they reach to the
 * first or last matching record. A filter that counts back from now extends at least to now, so that a period without records at the end is
 * visible.
 *
 * @throws Refusal TOO_MANY_BUCKETS.
 */
export const findBucketEdges = async (
  context: ListContext,
  { timeField, findEdge }: Timed,
  { predicate, bucket }: { readonly predicate: Predicate; readonly bucket: TimeBucket },
): Promise<readonly string[]> => {
  const range = timeRangeOf(predicate, timeField, context.now);
  const [first, last] = await Promise.all([
    range.from ?? findEdge(context, predicate, 'ASCENDING'),
    range.until === null ? findEdge(context, predicate, 'DESCENDING') : null,
  ]);
  const ends = [
    ...(last === null ? [] : [shiftTime(last, 1)]),
    ...(endsNow(predicate, timeField) ? [context.now] : []),
  ];
  const until = range.until ?? ends.toSorted().at(-1) ?? null;
  return first === null || until === null ? [] : listBucketEdges(bucket, { from: first, until });
};
