import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { HavingCondition } from '../../model/stats/having.ts';
import type { StatsQuestion } from '../../model/stats/statsQuestion.ts';

import type { Reader } from '../client.ts';
import { compilePredicate } from '../compilePredicate.ts';

import type { StatsSubject } from './statsSubject.ts';

/** Which rows to count, by what, and which measures of the groups are asked for. */
export type StatsSelection<Dimension, Measure> = StatsQuestion<Dimension, Measure> & {
  readonly predicate: Predicate;
  readonly asOf: string;
  /** Names of fields; those that are measures are computed. */
  readonly selected: ReadonlySet<string>;
};

/** The groups that were asked for, in order, and what they are a part of. */
export type Stats = {
  readonly count: number;
  readonly totalGroups: number;
  /** Those that `having` keeps. */
  readonly matchingGroups: number;
  readonly groups: readonly StatsGroup[];
};

/** A group: the fields of its key, and its measures by name. */
export type StatsGroup = { readonly key: Fields; readonly measures: Fields };
type Fields = Readonly<Record<string, unknown>>;

/**
 * Counts what matches a predicate by groups, in one statement, so that its numbers agree. It reads all that matches, by the index that the
 * list of the predicate has; without one, the partitions of its time.
 */
export const selectStats = async <Dimension extends string, Measure extends string>(
  reader: Reader,
  subject: StatsSubject<Dimension, Measure>,
  selection: StatsSelection<Dimension, Measure>,
): Promise<Stats> => {
  const { predicate, asOf, dimensions, having, order, limit } = selection;
  const keys = dimensions.flatMap((dimension) => Object.entries(subject.dimensions[dimension]));
  const keyColumns = keys.map(([name]) => keyColumn(name));
  const measures = listMeasures(subject, selection);
  const columns = [
    ...keys.map(([name, value]) => sql`${value} as ${keyColumn(name)}`),
    ...measures.map((measure) => sql`${subject.measures[measure].of} as ${column(measure)}`),
  ];
  const isKept = sql.join([sql`true`, ...having.map(compileCondition)], sql` and `);
  const rows = await reader.rows<StatsRow>(sql`with grouped as (
      select ${list(columns)} from ${subject.table}
      where ${compilePredicate(predicate, asOf, subject.predicates)}
      group by ${keys.length === 0 ? sql`()` : list(keyColumns)}
    ), total as (
      select coalesce(sum(count), 0) as total_count, count(*) as total_groups, count(*) filter (where ${isKept}) as matching_groups
      from grouped
    ), shown as (
      select *, row_number() over (order by ${list([...compileOrder(order, keyColumns), ...keyColumns])}) as place
      from grouped where ${isKept} order by place limit ${limit}
    )
    select * from total left join shown on true order by place`);
  const [total] = rows;
  return {
    count: Number(total?.total_count),
    totalGroups: Number(total?.total_groups),
    matchingGroups: Number(total?.matching_groups),
    groups: rows
      .filter(({ place }) => place !== null)
      .map((row) => ({
        key: Object.fromEntries(keys.map(([name]) => [name, row[`key ${name}`]])),
        measures: Object.fromEntries(
          measures.map((measure) => [measure, subject.measures[measure].read(row[measure])]),
        ),
      })),
  };
};

type StatsRow = Fields & { readonly place: string | null };

/** What is asked for, and what groups are kept and ordered by. */
const listMeasures = <Dimension extends string, Measure extends string>(
  subject: StatsSubject<Dimension, Measure>,
  { selected, having, order }: StatsSelection<Dimension, Measure>,
): readonly (Measure | 'count')[] => {
  const needed = new Set<string>(['count', order.by, ...selected, ...having.map(({ measure }) => measure)]);
  const names = Object.keys(subject.measures) as readonly (Measure | 'count')[];
  return names.filter((name) => needed.has(name));
};

const compileCondition = ({ measure, operator, value }: HavingCondition<string>): SQL =>
  typeof value === 'number'
    ? sql`${column(measure)} ${COMPARED[operator]} ${value}`
    : sql`${column(measure)} ${COMPARED[operator]} ${value}::timestamptz`;

const COMPARED = { gte: sql`>=`, lte: sql`<=`, from: sql`>=`, until: sql`<` } as const;

const compileOrder = (
  { by, direction }: StatsSelection<never, string>['order'],
  keyColumns: readonly SQL[],
): readonly SQL[] => {
  const isAscending = direction === 'ASCENDING';
  if (by !== 'KEY')
    return [isAscending ? sql`${column(by)} asc nulls last` : sql`${column(by)} desc nulls last`];
  return keyColumns.map((key) => (isAscending ? key : sql`${key} desc`));
};

const keyColumn = (name: string): SQL => sql.raw(`"key ${name}"`);
const column = (measure: string): SQL => sql.raw(`"${measure}"`);
const list = (parts: readonly SQL[]): SQL => (parts.length === 0 ? sql`true` : sql.join([...parts], sql`, `));
