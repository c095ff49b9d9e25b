import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

const DIALECT = new PgDialect();

/** A statement for pg. */
export type Statement = { readonly text: string; readonly values: unknown[] };

/** Renders a composed statement for pg. Values become parameters. */
export const toStatement = (composed: SQL): Statement => {
  const { sql: text, params } = DIALECT.sqlToQuery(composed);
  return { text, values: params };
};

/** Renders a part that has no parameters once, because it is used in many statements. */
export const renderOnce = (part: SQL): SQL => sql.raw(toStatement(part).text);

/**
 * Writes a value into the text of a statement, quoted. For utility statements, which take no parameters, and for constants that the planner
 * has to know.
 */
export const literal = (value: string | number | readonly string[]): SQL => sql`${value}`.inlineParams();

export const joinList = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/** The name of a column, a table or a role, quoted. */
export const nameOf = (name: string): SQL => sql`${sql.identifier(name)}`;
