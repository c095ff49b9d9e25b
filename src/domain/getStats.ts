import { selectStats } from '../db/stats/selectStats.ts';
import type { StatsSubject } from '../db/stats/statsSubject.ts';

import type { Predicate } from '../model/filter/predicate.ts';
import { checkCells } from '../model/stats/bucketEdges.ts';
import type { StatsQuestion } from '../model/stats/statsQuestion.ts';
import type { TimeBucket } from '../model/stats/timeBucket.ts';

import { findBucketEdges } from './findBucketEdges.ts';
import type { Timed } from './findBucketEdges.ts';
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
    // The statement computes the measures that are asked for, under their names.
    groups: groups.map(({ key, measures, buckets }) => ({
      ...(measures as Measures),
      key: key as Key,
      buckets: buckets as readonly StatsBucket<Measures>[] | null,
    })),
  };
};
