import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Subject } from '../compilePredicate.ts';
import { canonicalTime } from '../tables.ts';

/** A number or a moment of a group. */
export type MeasureSql = {
  /** Over rows. */
  readonly of: SQL;
  /** Gives the same over the measures of parts of the group; null when it has to be computed of the rows themselves. */
  readonly ofParts: 'sum' | 'min' | 'max' | null;
  /** Of no rows. */
  readonly ofNothing: 0 | null;
  /** Turns the text of it, or null, into the model's value. */
  readonly read: (value: string | null) => number | string | null;
};

/** What is counted: a table, and how its rows are grouped and measured. */
export type StatsSubject<Dimension extends string, Measure extends string> = {
  readonly predicates: Subject;
  readonly table: SQL;
  /** The column that buckets of time are of. */
  readonly time: SQL;
  /** The fields of a key that each dimension gives. */
  readonly dimensions: Readonly<Record<Dimension, Readonly<Record<string, SQL>>>>;
  /** Where a row has several values of a dimension, it is in the group of each; null where none has. */
  readonly spread: {
    readonly dimensions: readonly Dimension[];
    /** A table of its values, of one at least, which these dimensions are of. */
    readonly over: SQL;
    /** The columns that tell rows apart. */
    readonly identity: SQL;
  } | null;
  readonly measures: Readonly<Record<Measure | 'count', MeasureSql>>;
};

/** /24 of IPv4, /64 of IPv6. */
export const networkOf = (address: SQL): SQL =>
  sql`network(set_masklen(${address}, case family(${address}) when 4 then 24 else 64 end))`;

/** Tells every account from every other, because a domain has no backslash; null without a user. */
export const ACCOUNT = sql`coalesce(user_domain, '') || '\\' || user_name`;

/** How many rows there are of a kind. */
export const countOf = (kind: SQL | null): MeasureSql => ({
  of: kind === null ? sql`count(*)` : sql`count(*) filter (where ${kind})`,
  ofParts: 'sum',
  ofNothing: 0,
  read: Number,
});

/** How many different values there are, null not among them. */
export const distinctOf = (value: SQL): MeasureSql => ({
  of: sql`count(distinct ${value})`,
  ofParts: null,
  ofNothing: 0,
  read: Number,
});

/** The first or last moment. */
export const momentOf = (which: 'min' | 'max', time: SQL): MeasureSql => ({
  of: which === 'min' ? sql`min(${time})` : sql`max(${time})`,
  ofParts: which,
  ofNothing: null,
  read: (value) => (value === null ? null : canonicalTime(value)),
});
