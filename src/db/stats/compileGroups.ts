import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { joinList } from '../statement.ts';

import type { MeasureSql } from './statsSubject.ts';

/** A measure of a group and its column. */
export type MeasureColumn = Pick<MeasureSql, 'of' | 'ofParts'> & { readonly name: SQL };

/** A table of rows with the columns of their keys, and the measures to compute for each key. */
export type Grouping = {
  readonly rows: SQL;
  readonly keys: readonly SQL[];
  readonly measures: readonly MeasureColumn[];
};

/** Compiles `grouped`, a group for each key. */
export const compileGroups = ({ rows, keys, measures }: Grouping): SQL => {
  const columns = measures.map(({ of, name }) => sql`${of} as ${name}`);
  return sql`grouped as (
      select ${joinList([...keys, ...columns])} from ${rows} group by (${joinList(keys)})
    )`;
};

/**
 * Compiles `cells`, one per group and bucket, and `grouped`, which combines them. If a measure cannot be combined, groups and cells are
 * computed in one pass over the rows; then `is_whole` marks the groups among the cells.
 */
export const compileCells = ({ rows, keys, measures }: Grouping, others: readonly MeasureColumn[]): SQL => {
  const isTogether = measures.every(({ ofParts }) => ofParts !== null);
  const sets = isTogether
    ? joinList([...keys, BUCKET])
    : sql`grouping sets ((${joinList([...keys, BUCKET])}), (${joinList(keys)}))`;
  const isWhole = isTogether ? sql`false as is_whole` : sql`grouping(bucket) = 1 as is_whole`;
  const columns = [...measures, ...others].map(({ of, name }) => sql`${of} as ${name}`);
  const together = measures.map(({ name, ofParts }) =>
    isTogether && ofParts !== null
      ? sql`${TOGETHER[ofParts](name)} as ${name}`
      : sql`max(${name}) filter (where is_whole) as ${name}`,
  );
  return sql`cells as (
      select ${joinList([...keys, BUCKET, isWhole, ...columns])} from ${rows} group by ${sets}
    ), grouped as (
      select ${joinList([...keys, ...together])} from cells group by (${joinList(keys)})
    )`;
};

const BUCKET = sql`bucket`;

const TOGETHER = {
  sum: (part: SQL) => sql`coalesce(sum(${part}), 0)`,
  min: (part: SQL) => sql`min(${part})`,
  max: (part: SQL) => sql`max(${part})`,
} as const;
