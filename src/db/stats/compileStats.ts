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

/** Which rows to count, by what, and what is asked for: names of fields, of which those that are measures are computed. */
export type StatsSelection<Dimension, Measure> = StatsQuestion<Dimension, Measure> & {
  readonly predicate: Predicate;
  readonly asOf: string;
  /** Beside the groups. */
  readonly ofAll: readonly string[];
  readonly ofGroups: readonly string[];
  readonly series: SeriesSelection | null;
};

/** Buckets of time: where they begin and the last one ends, none for no time at all; and what is asked for of them. */
export type SeriesSelection = {
  readonly edges: readonly string[];
  readonly ofBuckets: readonly string[];
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
  const rows = compileMatching(subject, { ...selection, edges: series?.edges ?? null });
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
      ? sql`, (select count(*) from (select from ${rows} where ${text} in (select ${text} from shown) group by ${spread.identity}) seen)
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

/** Of rows that are spread over several keys each counts once, so that the sum over groups is how many there are. */
const FIRST_COUNT: MeasureColumn = {
  name: sql`first_count`,
  of: sql`count(*) filter (where is_first)`,
  ofParts: 'sum',
};

/** In the order of the subject, which has none twice. */
const measuresAmong = <Dimension extends string, Measure extends string>(
  { measures }: StatsSubject<Dimension, Measure>,
  needed: readonly string[],
): readonly (Measure | 'count')[] =>
  (Object.keys(measures) as readonly (Measure | 'count')[]).filter(
    (measure) => measure === 'count' || needed.includes(measure),
  );

/** The cells of the groups that are shown. */
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

/** Keys are compared as text: null is a value like others there, and text can be hashed. */
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

/** Of one group. */
const NO_ORDER = sql`"count"`;

const column = (measure: string): SQL => nameOf(measure);
