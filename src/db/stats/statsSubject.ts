import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import type { Subject } from '../compilePredicate.ts';
import { canonicalTime } from '../tables.ts';

/** A number or a time of a group. */
export type MeasureSql = {
  /** Computed from rows. */
  readonly of: SQL;
  /** A column, with its name, that is computed once for each row if a selected measure uses it. */
  readonly uses?: SQL;
  /** Combines the measures of parts of the group; null if it must be computed from the rows. */
  readonly ofParts: 'sum' | 'min' | 'max' | null;
  /** The value for no rows. */
  readonly ofNothing: 0 | null;
  /** Converts its text, or null, to the value in the model. */
  readonly read: (value: string | null) => number | string | null;
};

/** A table to count, and how its rows are grouped and measured. */
export type StatsSubject<Dimension extends string, Measure extends string> = {
  readonly predicates: Subject;
  readonly table: SQL;
  /** The column that time buckets use. */
  readonly time: SQL;
  /** The key fields of each dimension. */
  readonly dimensions: Readonly<Record<Dimension, Readonly<Record<string, SQL>>>>;
  /** A row with several values of a dimension is in the group of each value; null if no dimension has several. */
  readonly spread: {
    readonly dimensions: readonly Dimension[];
    /** A table of the values, at least one, that these dimensions use. */
    readonly over: SQL;
    /** The columns that identify a row. */
    readonly identity: SQL;
  } | null;
  readonly measures: Readonly<Record<Measure | 'count', MeasureSql>>;
};

/** /24 of IPv4, /64 of IPv6. */
export const networkOf = (address: SQL): SQL =>
  sql`network(set_masklen(${address}, case family(${address}) when 4 then 24 else 64 end))`;

/** Identifies an account: a domain contains no backslash. Null without a user. */
export const ACCOUNT = sql`coalesce(${ACCOUNT_DOMAIN}, '') || '\\' || user_name`;

/** Counts the rows of a kind. */
export const countOf = (kind: SQL | null): MeasureSql => ({
  of: kind === null ? sql`count(*)` : sql`count(*) filter (where ${kind})`,
  ofParts: 'sum',
  ofNothing: 0,
  read: Number,
});

/** Counts the different values, without null. */
export const distinctOf = (value: SQL): MeasureSql => ({
  of: sql`count(distinct ${value})`,
  ofParts: null,
  ofNothing: 0,
  read: Number,
});

/** The first or last time. */
export const momentOf = (which: 'min' | 'max', time: SQL): MeasureSql => ({
  of: which === 'min' ? sql`min(${time})` : sql`max(${time})`,
  ofParts: which,
  ofNothing: null,
  read: (value) => (value === null ? null : canonicalTime(value)),
});
