import { selectStats } from '../db/stats/selectStats.ts';
import type { StatsSubject } from '../db/stats/statsSubject.ts';

import { checkCells, listBucketEdges } from '../model/stats/bucketEdges.ts';
import { endsNow, timeRangeOf } from '../model/filter/timeRange.ts';
import { shiftTime } from '../model/values/time.ts';
import type { Predicate, TimeField } from '../model/filter/predicate.ts';
import type { StatsQuestion } from '../model/stats/statsQuestion.ts';
import type { TimeBucket } from '../model/stats/timeBucket.ts';

import type { ListContext } from './listContext.ts';

/** A kind of record that can be counted. */
export type Countable<Dimension extends string, Measure extends string> = Timed & {
  readonly subject: StatsSubject<Dimension, Measure>;
};

/** The parsed arguments of a statistics field. */
export type StatsRequest<Dimension, Measure> = {
  readonly predicate: Predicate;
  readonly question: StatsQuestion<Dimension, Measure>;
  readonly bucket: TimeBucket | null;
  readonly selected: SelectedFields;
};

/** Names of the selected fields; `ofBuckets` is null if buckets are not selected. Expensive measures are computed only if selected. */
export type SelectedFields = {
  readonly ofAll: readonly string[];
  readonly ofGroups: readonly string[];
  readonly ofBuckets: readonly string[] | null;
};

/** Counts by group. `otherCount` counts the records outside of all listed groups; it is correct only if selected. */
export type Stats<Key, Measures> = {
  readonly count: number;
  readonly otherCount: number;
  readonly totalGroups: number;
  readonly matchingGroups: number;
  readonly groups: readonly StatsGroup<Key, Measures>[];
};

/** A group with the selected measures and its buckets in order of time; `buckets` is null if not selected. */
export type StatsGroup<Key, Measures> = Measures & {
  readonly key: Key;
  readonly buckets: readonly StatsBucket<Measures>[] | null;
};

/** The measures of a group in a half-open time range. */
export type StatsBucket<Measures> = Measures & { readonly from: string; readonly until: string };

/**
 * Counts by group and, if selected, by time bucket.
 *
 * @throws Refusal TOO_MANY_BUCKETS.
 */
export const getStats = async <Dimension extends string, Key, Measures>(
  context: ListContext,
  countable: Countable<Dimension, keyof Measures & string>,
  { predicate, question, bucket, selected }: StatsRequest<Dimension, keyof Measures & string>,
): Promise<Stats<Key, Measures>> => {
  const isBucketed = bucket !== null && selected.ofBuckets !== null;
  const edges = isBucketed ? await findBucketEdges(context, countable, { predicate, bucket }) : null;
  if (edges !== null) checkCells(edges.length - 1, question.dimensions.length === 0 ? 1 : question.limit);
  const stats = await selectStats(context.db, countable.subject, {
    ...question,
    predicate,
    asOf: context.now,
    ofAll: selected.ofAll,
    ofGroups: selected.ofGroups,
    series: edges === null ? null : { edges, ofBuckets: selected.ofBuckets ?? [] },
  });
  const { shownCount, groups, ...totals } = stats;
  return {
    ...totals,
    otherCount: stats.count - shownCount,
    // The statement returns the requested measures under their names.
    groups: groups.map(({ key, measures, buckets }) => ({
      ...(measures as Measures),
      key: key as Key,
      buckets: buckets as readonly StatsBucket<Measures>[] | null,
    })),
  };
};

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
const findBucketEdges = async (
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
