import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { HavingCondition } from '../../model/stats/having.ts';
import type { StatsQuestion } from '../../model/stats/statsQuestion.ts';

import { joinList, nameOf } from '../statement.ts';

import { compileCells, compileGroups } from './compileGroups.ts';
import type { MeasureColumn } from './compileGroups.ts';
import { joinConditions, compileMatching, isSpread, keyColumn } from './compileMatching.ts';
import type { StatsSubject } from './statsSubject.ts';

/** The rows to count, the grouping, and the names of the selected fields. Only measures among them are computed. */
export type StatsSelection<Dimension, Measure> = StatsQuestion<Dimension, Measure> & {
  readonly predicate: Predicate;
  readonly asOf: string;
  /** Of the whole result. */
  readonly ofAll: readonly string[];
  readonly ofGroups: readonly string[];
  readonly series: SeriesSelection | null;
};

/** Time buckets: the start of each and the end of the last one (empty for an empty time range), and the selected fields. */
export type SeriesSelection = {
  readonly edges: readonly string[];
  readonly ofBuckets: readonly string[];
};

/** A statement, and the columns of its rows in addition to the totals. */
export type CompiledStats<Measure> = {
  readonly statement: SQL;
  /** The fields of the key, in columns named by keyName. */
  readonly fields: readonly string[];
  /** In columns with their own names. */
  readonly measures: readonly (Measure | 'count')[];
  /** The measures of buckets, in order. */
  readonly seriesMeasures: readonly (Measure | 'count')[];
};

/**
 * Compiles a statistics query to one statement, so that its numbers are consistent. It reads all matching rows, by the index that a list
 * with this predicate uses; without one, the partitions of its time range.
 */
export const compileStats = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  selection: StatsSelection<Dimension, Measure>,
): CompiledStats<Measure> => {
  const { dimensions, having, order, limit, series } = selection;
  const fields = dimensions.flatMap((dimension) => Object.keys(subject.dimensions[dimension]));
  const keys = fields.map(keyColumn);
  const needed = [...selection.ofGroups, ...having.map(({ measure }) => measure), order.by];
  const measures = measuresAmong(subject, needed);
  const seriesMeasures = measuresAmong(subject, series?.ofBuckets ?? []);
  const columnOf = (name: Measure | 'count'): MeasureColumn => ({
    name: column(name),
    ...subject.measures[name],
  });
  const matching = { ...selection, edges: series?.edges ?? null };
  const used = [...measures, ...seriesMeasures].flatMap((name) => subject.measures[name].uses ?? []);
  const rows = compileMatching(subject, { ...matching, computed: [...new Set(used)] });
  const spread = isSpread(subject, dimensions) ? subject.spread : null;
  const grouping = {
    rows,
    keys,
    measures: [...measures.map(columnOf), ...(spread === null ? [] : [FIRST_COUNT])],
  };
  const others = seriesMeasures.filter((name) => !measures.includes(name)).map(columnOf);
  const hasSeries = series !== null && series.edges.length > 0;
  const isKept = joinConditions(having.map(compileCondition));
  const ordered = joinList([...compileOrder(order, keys), ...keys]);
  const text = textOf(keys);
  const shownCount =
    spread !== null && selection.ofAll.includes('otherCount')
      ? sql`, (select count(*) from (select from ${compileMatching(subject, { ...matching, computed: [] })} where ${text} in (select ${text} from shown) group by ${spread.identity}) seen)
        as shown_count`
      : sql``;
  const statement = sql`with ${hasSeries ? compileCells(grouping, others) : compileGroups(grouping)}, total as (
      select coalesce(sum(${spread === null ? column('count') : FIRST_COUNT.name}), 0) as total_count, count(*) as total_groups,
        count(*) filter (where ${isKept}) as matching_groups
      from grouped
    ), shown as (
      select *, row_number() over (order by ${ordered}) as place
      from (select * from grouped where ${isKept} order by ${ordered} limit ${limit}) top
    )${hasSeries ? compileSeries(keys, seriesMeasures) : sql``}
    select *${shownCount} from total left join shown on true ${hasSeries ? sql`left join series using (place)` : sql``}
    order by place`;
  return { statement, fields, measures, seriesMeasures };
};

/** Counts a row with several keys only once, so that the sum over the groups is the number of rows. */
const FIRST_COUNT: MeasureColumn = {
  name: sql`first_count`,
  of: sql`count(*) filter (where is_first)`,
  ofParts: 'sum',
};

/** In the order of the subject, without duplicates. */
const measuresAmong = <Dimension extends string, Measure extends string>(
  { measures }: StatsSubject<Dimension, Measure>,
  needed: readonly string[],
): readonly (Measure | 'count')[] =>
  (Object.keys(measures) as readonly (Measure | 'count')[]).filter(
    (measure) => measure === 'count' || needed.includes(measure),
  );

/** The cells of the listed groups. */
const compileSeries = (keys: readonly SQL[], measures: readonly string[]): SQL => {
  const values = measures.map((measure) => sql`cells.${column(measure)}::text`);
  const [shown, cells] = [sql`shown`, sql`cells`].map((table) =>
    textOf(keys.map((key) => sql`${table}.${key}`)),
  );
  return sql`, series as (
      select place, json_agg(json_build_array(${joinList([sql`bucket`, ...values])})) as series
      from shown join cells on ${keys.length === 0 ? sql`true` : sql`${shown} = ${cells}`}
      where not is_whole group by place
    )`;
};

/** Compares keys as text, because null then equals null, and text can be hashed. */
const textOf = (keys: readonly SQL[]): SQL => sql`row(${joinList(keys)})::text`;

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
  if (by === 'KEY') return keys.length === 0 ? [NO_ORDER] : keys.map((key) => sql`${key} ${order}`);
  return [sql`${column(by)} ${order} nulls last`];
};

/** There is only one group. */
const NO_ORDER = sql`"count"`;

const column = (measure: string): SQL => nameOf(measure);
