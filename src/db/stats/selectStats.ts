import type { Reader } from '../makeReader.ts';

import { keyName } from './compileMatching.ts';
import { compileStats } from './compileStats.ts';
import type { CompiledStats, StatsSelection } from './compileStats.ts';
import type { StatsSubject } from './statsSubject.ts';

/** The groups that were asked for, in order, and what they are a part of. */
export type Stats = {
  readonly count: number;
  readonly totalGroups: number;
  /** Those that `having` keeps. */
  readonly matchingGroups: number;
  /** How many of the rows that are counted are in the groups; counted only when `otherCount` is asked for. */
  readonly shownCount: number;
  readonly groups: readonly StatsGroup[];
};

/** A group: the fields of its key, and its measures by name. */
export type StatsGroup = {
  readonly key: Fields;
  readonly measures: Measures;
  /** What it has in a bucket, by its number from 1. */
  readonly inBucket: (bucket: number) => Measures;
};

type Fields = Readonly<Record<string, unknown>>;
export type Measures = Readonly<Record<string, number | string | null>>;

type StatsRow = Readonly<Record<string, unknown>> & {
  readonly total_count: string;
  readonly total_groups: string;
  readonly matching_groups: string;
  readonly place: string | null;
  /** Only where a row may be in several groups. */
  readonly shown_count?: string;
  readonly series?: readonly Cell[] | null;
};
type Cell = readonly [bucket: number, ...values: (string | null)[]];

/** Counts what matches a predicate by groups, in one statement: see compileStats. */
export const selectStats = async <Dimension extends string, Measure extends string>(
  reader: Reader,
  subject: StatsSubject<Dimension, Measure>,
  selection: StatsSelection<Dimension, Measure>,
): Promise<Stats> => {
  const compiled = compileStats(subject, selection);
  const rows = await reader.rows<StatsRow>(compiled.statement);
  const [total] = rows;
  const groups = rows.filter(({ place }) => place !== null).map((row) => toGroup(row, subject, compiled));
  return {
    count: Number(total?.total_count),
    totalGroups: Number(total?.total_groups),
    matchingGroups: Number(total?.matching_groups),
    shownCount: Number(
      total?.shown_count ?? groups.reduce((sum, { measures }) => sum + Number(measures['count']), 0),
    ),
    groups,
  };
};

const toGroup = <Dimension extends string, Measure extends string>(
  row: StatsRow,
  subject: StatsSubject<Dimension, Measure>,
  { fields, measures, seriesMeasures }: CompiledStats<Measure>,
): StatsGroup => {
  const read = (names: typeof measures, values: readonly unknown[]): Measures =>
    Object.fromEntries(
      names.map((name, index) => [name, subject.measures[name].read(values[index] as string | null)]),
    );
  const cells = new Map(
    (row.series ?? []).map(([bucket, ...values]) => [bucket, read(seriesMeasures, values)]),
  );
  const nothing = Object.fromEntries(seriesMeasures.map((name) => [name, subject.measures[name].ofNothing]));
  return {
    key: Object.fromEntries(fields.map((field) => [field, row[keyName(field)]])),
    measures: read(
      measures,
      measures.map((name) => row[name]),
    ),
    inBucket: (bucket) => cells.get(bucket) ?? nothing,
  };
};
