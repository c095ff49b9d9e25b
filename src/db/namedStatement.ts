import { fillPlaceholders, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { arrayParameter } from './arrayParameter.ts';
import type { Planning, RequestDatabase } from './makeRequestDatabase.ts';
import { joinList, nameOf, toStatement } from './statement.ts';
import type { Statement } from './statement.ts';

const STATEMENTS = new Map<string, Statement>();

/** Fills values into the placeholders of a statement. Its text is written at the first use of its name only. */
export const fillNamed = (
  name: string,
  compile: () => SQL,
  values: Readonly<Record<string, unknown>>,
): Statement => {
  const statement = STATEMENTS.get(name) ?? toStatement(compile());
  STATEMENTS.set(name, statement);
  return { text: statement.text, values: fillPlaceholders(statement.values, values) };
};

type Value = string | number | boolean | null;

/** The columns of a list of items in a statement: the type of each in SQL, and its value. */
export type ListColumns<Item> = Readonly<
  Record<string, readonly [type: SQL, valueOf: (item: Item) => Value]>
>;

/** The types of columns. */
export const [TEXT, TIME, UUID, INET, BOOLEAN, INTEGER] = [
  sql`text[]`,
  sql`timestamptz[]`,
  sql`uuid[]`,
  sql`inet[]`,
  sql`boolean[]`,
  sql`integer[]`,
];

/** A list of items as a table of a name, whose last column `index` counts them from 1. */
export const compileList = <Item>(name: string, columns: ListColumns<Item>): SQL => {
  const names = Object.keys(columns);
  const values = Object.entries(columns).map(([column, [type]]) => sql`${sql.placeholder(column)}::${type}`);
  return sql`unnest(${joinList(values)}) with ordinality as ${nameOf(name)}(${joinList([...names, 'index'].map(nameOf))})`;
};

/** The values of the list. */
export const fillList = <Item>(
  columns: ListColumns<Item>,
  items: readonly Item[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, [, valueOf]]) => [column, arrayParameter(items.map(valueOf))]),
  );

type ListRead<Item> = {
  /** The name of the statement. */
  readonly name: string;
  readonly planning?: Planning;
  /** The name of the list in the statement. */
  readonly as: string;
  readonly columns: ListColumns<Item>;
  readonly select: (list: SQL) => SQL;
};

/** Makes a read of what a statement, which is planned once, selects for a list of items. */
export const makeListRead =
  <Item, Row>({ name, planning, as, columns, select }: ListRead<Item>) =>
  async (
    db: RequestDatabase,
    items: readonly Item[],
    others: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Row[]> =>
    db.rows<Row>(
      fillNamed(name, () => select(compileList(as, columns)), { ...fillList(columns, items), ...others }),
      name,
      planning,
    );
