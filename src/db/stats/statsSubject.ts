import type { SQL } from 'drizzle-orm';

import type { Subject } from '../compilePredicate.ts';

/** A number or a moment of a group. */
export type MeasureSql = {
  /** Over the rows of the group. */
  readonly of: SQL;
  /** Turns what pg gives into the model's value. */
  readonly read: (value: unknown) => unknown;
};

/** What is counted: a table, and how its rows are grouped and measured. */
export type StatsSubject<Dimension extends string, Measure extends string> = {
  readonly predicates: Subject;
  readonly table: SQL;
  /** The fields of a key that each dimension gives. */
  readonly dimensions: Readonly<Record<Dimension, Readonly<Record<string, SQL>>>>;
  readonly measures: Readonly<Record<Measure | 'count', MeasureSql>>;
};

/** A count, which pg gives as text. */
export const countOf = (of: SQL): MeasureSql => ({ of, read: Number });
