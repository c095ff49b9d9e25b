import { selectStats } from '../db/stats/selectStats.ts';
import type { StatsSubject } from '../db/stats/statsSubject.ts';

import type { Predicate } from '../model/filter/predicate.ts';
import { checkCells } from '../model/stats/bucketEdges.ts';
import type { StatsQuestion } from '../model/stats/statsQuestion.ts';
import type { TimeBucket } from '../model/stats/timeBucket.ts';

import { findBucketEdges } from './findBucketEdges.ts';
import type { Timed } from './findBucketEdges.ts';
import type { ListContext } from './listContext.ts';

/** What is counted. */
export type Countable<Dimension extends string, Measure extends string> = Timed & {
  readonly subject: StatsSubject<Dimension, Measure>;
};

/** What to count, after parsing. */
export type StatsRequest<Dimension, Measure> = {
  readonly predicate: Predicate;
  readonly question: StatsQuestion<Dimension, Measure>;
  readonly bucket: TimeBucket | null;
  readonly selected: SelectedFields;
};

/** Names of the fields that are asked for; of buckets, null when these are not. What costs is computed only then. */
export type SelectedFields = {
  readonly ofAll: readonly string[];
  readonly ofGroups: readonly string[];
  readonly ofBuckets: readonly string[] | null;
};

/** Counts by groups; `otherCount` is what is in none of them, and is right only when it is asked for. */
export type Stats<Key, Measures> = {
  readonly count: number;
  readonly otherCount: number;
  readonly totalGroups: number;
  readonly matchingGroups: number;
  readonly groups: readonly StatsGroup<Key, Measures>[];
};

/** A group with the measures that are asked for, and its buckets from the first to the last, null when they are not. */
export type StatsGroup<Key, Measures> = Measures & {
  readonly key: Key;
  readonly buckets: readonly StatsBucket<Measures>[] | null;
};

/** What a group has in a stretch of time; half-open. */
export type StatsBucket<Measures> = Measures & { readonly from: string; readonly until: string };

/**
 * Counts by groups and, when they are asked for, by buckets of time.
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
  const stats = await selectStats(context.reader, countable.subject, {
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
