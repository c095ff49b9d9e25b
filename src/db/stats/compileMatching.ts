import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';

import { compilePredicate } from '../compilePredicate.ts';
import { joinList, nameOf } from '../statement.ts';

import type { StatsSubject } from './statsSubject.ts';

/** The rows to count, the dimensions of their keys, and their time buckets. */
export type MatchingSelection<Dimension> = {
  readonly dimensions: readonly Dimension[];
  readonly predicate: Predicate;
  readonly asOf: string;
  /** The start of each bucket, and the end of the last one. Empty for an empty time range, null without buckets. */
  readonly edges: readonly string[] | null;
  /** Further columns of the rows, with their names. */
  readonly computed: readonly SQL[];
};

/**
 * Compiles the rows to count to a table with the columns of their keys and the number of their bucket, starting at 1. Uses the indexes that
 * the predicate has in a list. A row with several values of a dimension occurs once for each; `is_first` is true for one of them.
 */
export const compileMatching = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  { dimensions, predicate, asOf, edges, computed }: MatchingSelection<Dimension>,
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
    // Rows that arrived after the edges were found are in no bucket, and so in no group.
    conditions.push(sql`${subject.time} >= ${first}::timestamptz and ${subject.time} < ${last}::timestamptz`);
  } else if (edges !== null) {
    conditions.push(sql`false`);
  }
  const spread =
    several.length === 0
      ? sql``
      : sql`cross join lateral (select *, row_number() over () = 1 as is_first
          from (select distinct ${joinList(columnsOf(several))} from ${subject.spread?.over}) every_one) several`;
  const where = sql`where ${joinConditions(conditions)}`;
  // Without OFFSET, Postgres would compute a column again wherever it is used.
  const rows =
    computed.length === 0
      ? sql`${subject.table} ${spread} ${where}`
      : sql`(select ${joinList([sql`*`, ...computed])} from ${subject.table} ${where} offset 0) ${subject.table} ${spread}`;
  return sql`(select ${joinList([sql`*`, ...columns])} from ${rows}) matching`;
};

/** Whether a row may be in the groups of several values of the dimensions. */
export const isSpread = <Dimension extends string>(
  { spread }: Pick<StatsSubject<Dimension, never>, 'spread'>,
  dimensions: readonly Dimension[],
): boolean => dimensions.some((dimension) => spread?.dimensions.includes(dimension) ?? false);

/** The name of the column of a key field. The prefix distinguishes it from a measure of the same name. */
export const keyName = (field: string): string => `key ${field}`;
export const keyColumn = (field: string): SQL => nameOf(keyName(field));

export const joinConditions = (conditions: readonly SQL[]): SQL =>
  sql.join([sql`true`, ...conditions], sql` and `);
