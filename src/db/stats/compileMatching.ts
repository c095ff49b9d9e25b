import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';

import { compilePredicate } from '../compilePredicate.ts';
import { joinList, nameOf } from '../statement.ts';

import type { StatsSubject } from './statsSubject.ts';

/** Which rows, with the keys of which dimensions, in which buckets of time. */
export type MatchingSelection<Dimension> = {
  readonly dimensions: readonly Dimension[];
  readonly predicate: Predicate;
  readonly asOf: string;
  /** Where buckets begin and the last one ends; none for no time at all, null for no buckets. */
  readonly edges: readonly string[] | null;
};

/**
 * Compiles the rows that are counted to a table, by the indexes that the predicate has in a list: with the columns of their keys and, from 1,
 * the number of their bucket. A row that is spread over several keys is in it for each; of these `is_first` holds for one.
 */
export const compileMatching = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  { dimensions, predicate, asOf, edges }: MatchingSelection<Dimension>,
): SQL => {
  const columnsOf = (some: readonly Dimension[]): readonly SQL[] =>
    some
      .flatMap((dimension) => Object.entries(subject.dimensions[dimension]))
      .map(([field, value]) => sql`${value} as ${keyColumn(field)}`);
  const several = dimensions.filter((dimension) => isSpread(subject, [dimension]));
  const columns = [...columnsOf(dimensions.filter((dimension) => !several.includes(dimension)))];
  const conditions = [compilePredicate(predicate, asOf, subject.predicates)];
  const [first, last] = [edges?.[0], edges?.at(-1)];
  if (first !== undefined && last !== undefined) {
    columns.push(sql`width_bucket(${subject.time}, ${sql.param(edges)}::timestamptz[]) as bucket`);
    // What came in since the edges were found is in no bucket, and so in no group.
    conditions.push(sql`${subject.time} >= ${first}::timestamptz and ${subject.time} < ${last}::timestamptz`);
  } else if (edges !== null) {
    conditions.push(sql`false`);
  }
  const spread =
    several.length === 0
      ? sql``
      : sql`cross join lateral (select *, row_number() over () = 1 as is_first
          from (select distinct ${joinList(columnsOf(several))} from ${subject.spread?.over}) every_one) several`;
  return sql`(select ${joinList([sql`*`, ...columns])} from ${subject.table} ${spread} where ${joinConditions(conditions)}) matching`;
};

/** Whether a row may be in the groups of several values of the dimensions. */
export const isSpread = <Dimension extends string>(
  { spread }: Pick<StatsSubject<Dimension, never>, 'spread'>,
  dimensions: readonly Dimension[],
): boolean => dimensions.some((dimension) => spread?.dimensions.includes(dimension) ?? false);

/** The column's name of a field of the key: a measure may have the field's. */
export const keyName = (field: string): string => `key ${field}`;
export const keyColumn = (field: string): SQL => nameOf(keyName(field));

export const joinConditions = (conditions: readonly SQL[]): SQL =>
  sql.join([sql`true`, ...conditions], sql` and `);
