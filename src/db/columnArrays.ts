import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { arrayParameter } from './arrayParameter.ts';
import { jsonsParameter, textsParameter, timesParameter, uuidsParameter } from './binaryArrays.ts';
import { joinList, nameOf } from './statement.ts';

/** Makes the parameter for an array of a type. */
const MAKE_ARRAY = {
  bigint: arrayParameter,
  boolean: arrayParameter,
  'double precision': arrayParameter,
  inet: arrayParameter,
  integer: arrayParameter,
  json: jsonsParameter,
  text: textsParameter,
  timestamptz: timesParameter,
  uuid: uuidsParameter,
} as const;

type Columns<Row> = {
  readonly [Type in keyof typeof MAKE_ARRAY]: readonly [
    name: string,
    type: Type,
    valueOf: (row: Row) => Parameters<(typeof MAKE_ARRAY)[Type]>[0][number],
  ];
};

/** A column of a table, its type, and the value that a row has in it. */
export type Column<Row> = Columns<Row>[keyof typeof MAKE_ARRAY];

export const listNames = (columns: readonly Column<never>[]): SQL =>
  joinList(columns.map(([name]) => nameOf(name)));

/** The table `x` of the rows that toArrays makes parameters of. */
export const unnestColumns = (columns: readonly Column<never>[]): SQL =>
  sql`unnest(${joinList(columns.map(([, type]) => sql`${null}::${sql.raw(type)}[]`))}) as x(${listNames(columns)})`;

/** The parameters of a statement over many rows: one array per column. */
export const toArrays = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): (string | Buffer)[] =>
  columns.map(([, type, valueOf]) => (MAKE_ARRAY[type] as MakeArray)(rows.map(valueOf)));

/** The type of a column allows only values that its function takes, which TypeScript does not see. */
type MakeArray = (values: readonly (string | number | boolean | null)[]) => string | Buffer;
