import { mapInSlices } from '../../model/mapInSlices.ts';
import { reserveWork } from '../../model/reserveWork.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';

import { keyName } from './compileMatching.ts';
import { compileStats } from './compileStats.ts';
import type { CompiledStats, StatsSelection } from './compileStats.ts';
import type { StatsSubject } from './statsSubject.ts';

/** The requested groups, in order, and totals. */
export type SelectedStats = {
  readonly count: number;
  readonly totalGroups: number;
  /** The number of groups that fulfil `having`. */
  readonly matchingGroups: number;
  /** The number of rows in the listed groups; counted only if `otherCount` is selected. */
  readonly shownCount: number;
  readonly groups: readonly SelectedGroup[];
};

/** A group: the fields of its key, its measures by name, and its buckets in order; null if buckets are not selected. */
export type SelectedGroup = {
  readonly key: Fields;
  readonly measures: Measures;
  readonly buckets: readonly SelectedBucket[] | null;
};

/** The measures of a group in a half-open range of time. */
export type SelectedBucket = Measures & { readonly from: string; readonly until: string };

type Fields = Readonly<Record<string, unknown>>;
export type Measures = Readonly<Record<string, number | string | null>>;

type StatsRow = Readonly<Record<string, unknown>> & {
  readonly total_count: string;
  readonly total_groups: string;
  readonly matching_groups: string;
  readonly place: string | null;
  /** Only present if a row may be in several groups. */
  readonly shown_count?: string;
  readonly series?: readonly Cell[] | null;
};
type Cell = readonly [bucket: number, ...values: (string | null)[]];

/** The work per bucket, in units of WORK_PER_TURN. */
const BUCKET_WEIGHT = 0.1;
/** The work per group without its buckets, and per bucket in the row of the group. */
const GROUP_WEIGHT = 0.5;
const CELL_WEIGHT = 0.02;

/** Counts the rows that match a predicate by group, in one statement; see compileStats. */
export const selectStats = async <Dimension extends string, Measure extends string>(
  db: RequestDatabase,
  subject: StatsSubject<Dimension, Measure>,
  selection: StatsSelection<Dimension, Measure>,
): Promise<SelectedStats> => {
  const compiled = compileStats(subject, selection);
  const edges = selection.series?.edges ?? null;
  const rows = await db.rows<StatsRow>(compiled.statement);
  const [total] = rows;
  const groups: SelectedGroup[] = [];
  for (const row of rows) {
    if (row.place !== null) groups.push(await toGroup(row, { subject, compiled, edges }));
  }
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

type Reading<Dimension extends string, Measure extends string> = {
  readonly subject: StatsSubject<Dimension, Measure>;
  readonly compiled: CompiledStats<Measure>;
  readonly edges: readonly string[] | null;
};

const toGroup = async <Dimension extends string, Measure extends string>(
  row: StatsRow,
  { subject, compiled: { fields, measures, seriesMeasures }, edges }: Reading<Dimension, Measure>,
): Promise<SelectedGroup> => {
  const turn = reserveWork(GROUP_WEIGHT + (row.series?.length ?? 0) * CELL_WEIGHT);
  if (turn !== null) await turn;
  const read = (names: typeof measures, values: readonly unknown[]): Measures =>
    Object.fromEntries(
      names.map((name, index) => [name, subject.measures[name].read(values[index] as string | null)]),
    );
  const cells = new Map((row.series ?? []).map(([bucket, ...values]) => [bucket, values]));
  const empty = Object.fromEntries(seriesMeasures.map((name) => [name, subject.measures[name].ofNothing]));
  const toBucket = (until: string, index: number): SelectedBucket => {
    const values = cells.get(index + 1);
    const range = { from: edges?.[index] ?? until, until };
    return Object.assign(range, values === undefined ? empty : read(seriesMeasures, values));
  };
  return {
    key: Object.fromEntries(fields.map((field) => [field, row[keyName(field)]])),
    measures: read(
      measures,
      measures.map((name) => row[name]),
    ),
    buckets: edges === null ? null : await mapInSlices(edges.slice(1), toBucket, () => BUCKET_WEIGHT),
  };
};
