import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { arrayParameter } from './arrayParameter.ts';
import { joinList, nameOf } from './statement.ts';

/** A column of a table, its type, and the value that a row has in it. */
export type Column<Row> = readonly [
  name: string,
  type: string,
  valueOf: (row: Row) => string | number | boolean | null,
];

export const listNames = (columns: readonly Column<never>[]): SQL =>
  joinList(columns.map(([name]) => nameOf(name)));

/** The table `x` of the rows that toArrays makes parameters of. */
export const unnestColumns = (columns: readonly Column<never>[]): SQL =>
  sql`unnest(${joinList(columns.map(([, type]) => sql`${null}::${sql.raw(type)}[]`))}) as x(${listNames(columns)})`;

/** The parameters of a statement over many rows: one array per column. */
export const toArrays = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] =>
  columns.map(([, , valueOf]) => arrayParameter(rows.map(valueOf)));
