import type { Predicate, TimeField } from '../model/filter/predicate.ts';
import { endsNow, timeRangeOf } from '../model/filter/timeRange.ts';
import { listBucketEdges } from '../model/stats/bucketEdges.ts';
import type { TimeBucket } from '../model/stats/timeBucket.ts';
import { shiftTime } from '../model/values/time.ts';

import type { ListContext } from './listContext.ts';

/** Things in time. */
export type Timed = {
  /** What a filter calls their time. */
  readonly timeField: TimeField;
  /** Finds the time of the first or last one that a predicate holds for; null when there is none. */
  readonly findEdge: (
    context: ListContext,
    predicate: Predicate,
    scan: 'ASCENDING' | 'DESCENDING',
  ) => Promise<string | null>;
};

/**
 * Finds the buckets to fill: of the time that the filter bounds; on a side where it does not, up to the first or the last one that it
 * matches. A filter that counts back from now is bounded by now, so that a silence shows, or by what is later still.
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
