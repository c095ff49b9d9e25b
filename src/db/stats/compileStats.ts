import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { HavingCondition } from '../../model/stats/having.ts';
import type { StatsQuestion } from '../../model/stats/statsQuestion.ts';

import { compilePredicate } from '../compilePredicate.ts';

import type { StatsSubject } from './statsSubject.ts';

/** Which rows to count, by what, and what of the groups is asked for. */
export type StatsSelection<Dimension, Measure> = StatsQuestion<Dimension, Measure> & {
  readonly predicate: Predicate;
  readonly asOf: string;
  /** Names of fields; other ones than measures mean nothing here. */
  readonly measures: readonly string[];
  readonly series: SeriesSelection | null;
};

/** What to count of each bucket of time; the edges are where they begin and the last one ends, none when no time is asked about. */
export type SeriesSelection = {
  readonly edges: readonly string[];
  readonly measures: readonly string[];
};

/** A statement, and what its rows hold besides the totals. */
export type CompiledStats<Measure> = {
  readonly statement: SQL;
  /** Fields of the key, in columns of the name that keyName gives. */
  readonly fields: readonly string[];
  /** In columns of their own names. */
  readonly measures: readonly (Measure | 'count')[];
  /** Measures of buckets, in order. */
  readonly seriesMeasures: readonly (Measure | 'count')[];
};

/**
 * Compiles a question for counts to one statement, so that its numbers agree. It reads all that matches, by the index that the list of the
 * predicate has; without one, the partitions of its time.
 *
 * With buckets, rows are counted by group and bucket, and the groups are put together of these. Measures that cannot be put together, such
 * as distinct ones, are taken of both at once: the rows are read once.
 */
export const compileStats = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  selection: StatsSelection<Dimension, Measure>,
): CompiledStats<Measure> => {
  const { dimensions, having, order, limit, series } = selection;
  const fields = dimensions.flatMap((dimension) => Object.keys(subject.dimensions[dimension]));
  const keys = fields.map((field) => sql.raw(`"${keyName(field)}"`));
  const needed = [...selection.measures, ...having.map(({ measure }) => measure), order.by];
  const measures = measuresAmong(subject, needed);
  const seriesMeasures = measuresAmong(subject, series?.measures ?? []);
  const matching = compileMatching(subject, selection);
  const isKept = and(having.map(compileCondition));
  const parts = { subject, keys, measures, seriesMeasures, matching };
  const hasSeries = series !== null && series.edges.length > 0;
  const statement = sql`with ${hasSeries ? compileCells(parts) : compileGroups(parts)}, total as (
      select coalesce(sum("count"), 0) as total_count, count(*) as total_groups, count(*) filter (where ${isKept}) as matching_groups
      from grouped
    ), shown as (
      select *, row_number() over (order by ${list([...compileOrder(order, keys), ...keys])}) as place
      from grouped where ${isKept} order by place limit ${limit}
    )${hasSeries ? compileSeries(parts) : sql``}
    select * from total left join shown on true ${hasSeries ? sql`left join series using (place)` : sql``} order by place`;
  return { statement, fields, measures, seriesMeasures };
};

/** The column of a field of the key: a measure may have the same name. */
export const keyName = (field: string): string => `key ${field}`;

type Parts<Dimension extends string, Measure extends string> = {
  readonly subject: StatsSubject<Dimension, Measure>;
  readonly keys: readonly SQL[];
  readonly measures: readonly (Measure | 'count')[];
  readonly seriesMeasures: readonly (Measure | 'count')[];
  readonly matching: SQL;
};

/** In the order of the subject, which has no doubles. */
const measuresAmong = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  needed: readonly string[],
): readonly (Measure | 'count')[] =>
  (Object.keys(subject.measures) as readonly (Measure | 'count')[]).filter(
    (measure) => measure === 'count' || needed.includes(measure),
  );

/** The rows with their keys and the number of their bucket, from 1. */
const compileMatching = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  { dimensions, predicate, asOf, series }: StatsSelection<Dimension, Measure>,
): SQL => {
  const columns = dimensions
    .flatMap((dimension) => Object.entries(subject.dimensions[dimension]))
    .map(([field, value]) => sql`${value} as ${sql.raw(`"${keyName(field)}"`)}`);
  const conditions = [compilePredicate(predicate, asOf, subject.predicates)];
  const [first, last] = [series?.edges[0], series?.edges.at(-1)];
  if (first !== undefined && last !== undefined) {
    columns.push(sql`width_bucket(${subject.time}, ${sql.param(series?.edges)}::timestamptz[]) as bucket`);
    // What came in since the edges were found is in no bucket, and so in no group.
    conditions.push(sql`${subject.time} >= ${first}::timestamptz and ${subject.time} < ${last}::timestamptz`);
  } else if (series !== null) {
    conditions.push(sql`false`);
  }
  return sql`(select ${list([sql`*`, ...columns])} from ${subject.table} where ${and(conditions)}) matching`;
};

const compileGroups = <Dimension extends string, Measure extends string>({
  subject,
  keys,
  measures,
  matching,
}: Parts<Dimension, Measure>): SQL => {
  const columns = measures.map((measure) => sql`${subject.measures[measure].of} as ${column(measure)}`);
  return sql`grouped as (
      select ${list([...keys, ...columns])} from ${matching} group by (${list(keys)})
    )`;
};

/** A cell is a group in a bucket; a whole cell is a group in all of them. */
const compileCells = <Dimension extends string, Measure extends string>({
  subject,
  keys,
  measures,
  seriesMeasures,
  matching,
}: Parts<Dimension, Measure>): SQL => {
  const all = measuresAmong(subject, [...measures, ...seriesMeasures]);
  const counted = all.map((measure) => sql`${subject.measures[measure].of} as ${column(measure)}`);
  const hasWhole = measures.some((measure) => subject.measures[measure].ofParts === null);
  const sets = hasWhole
    ? sql`grouping sets ((${list([...keys, sql`bucket`])}), (${list(keys)}))`
    : list([...keys, sql`bucket`]);
  const together = measures.map((measure) => {
    const part = column(measure);
    const { ofParts } = subject.measures[measure];
    const whole =
      hasWhole || ofParts === null ? sql`max(${part}) filter (where is_whole)` : TOGETHER[ofParts](part);
    return sql`${whole} as ${part}`;
  });
  return sql`cells as (
      select ${list([...keys, sql`bucket, ${hasWhole ? sql`grouping(bucket) = 1` : sql`false`} as is_whole`, ...counted])}
      from ${matching} group by ${sets}
    ), grouped as (
      select ${list([...keys, ...together])} from cells group by (${list(keys)})
    )`;
};

const TOGETHER = {
  sum: (part: SQL) => sql`coalesce(sum(${part}), 0)`,
  min: (part: SQL) => sql`min(${part})`,
  max: (part: SQL) => sql`max(${part})`,
} as const;

/** The cells of the groups that are shown. Keys are compared as text: null is a value like others, and text can be hashed. */
const compileSeries = <Dimension extends string, Measure extends string>({
  keys,
  seriesMeasures,
}: Parts<Dimension, Measure>): SQL => {
  const textOf = (table: SQL) => sql`row(${list(keys.map((key) => sql`${table}.${key}`))})::text`;
  const values = seriesMeasures.map((measure) => sql`cells.${column(measure)}::text`);
  return sql`, series as (
      select place, json_agg(json_build_array(${list([sql`bucket`, ...values])})) as series
      from shown join cells on ${keys.length === 0 ? sql`true` : sql`${textOf(sql`shown`)} = ${textOf(sql`cells`)}`}
      where not is_whole group by place
    )`;
};

const compileCondition = ({ measure, operator, value }: HavingCondition<string>): SQL =>
  typeof value === 'number'
    ? sql`${column(measure)} ${COMPARED[operator]} ${value}::integer`
    : sql`${column(measure)} ${COMPARED[operator]} ${value}::timestamptz`;

const COMPARED = { gte: sql`>=`, lte: sql`<=`, from: sql`>=`, until: sql`<` } as const;

const compileOrder = (
  { by, direction }: StatsQuestion<never, string>['order'],
  keys: readonly SQL[],
): readonly SQL[] => {
  const order = direction === 'ASCENDING' ? sql`asc` : sql`desc`;
  if (by === 'KEY') return keys.length === 0 ? [sql`true`] : keys.map((key) => sql`${key} ${order}`);
  return [sql`${column(by)} ${order} nulls last`];
};

const column = (measure: string): SQL => sql.raw(`"${measure}"`);
const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);
const and = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `);
