import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { PgTable, SelectedFields } from 'drizzle-orm/pg-core';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { literal } from './statement.ts';

/** A row of a joined statement. The column is the index of its select. */
type Numbered<Row> = Row & { readonly list_index: number };

/**
 * Runs selects as one statement, each in its own order, so that a list within a list costs one statement and not one per parent. Each part
 * is planned with its own values, so it reads the same partitions and index as it would alone.
 */
export const selectEach = async <Row>(
  db: RequestDatabase,
  selects: readonly SQLWrapper[],
): Promise<readonly (readonly Row[])[]> => {
  const [only] = selects;
  if (only !== undefined && selects.length === 1) return [await db.rows<Row>(only)];
  const parts = selects.map(
    (select, index) => sql`(select ${literal(index)} as list_index, x.* from (${select.getSQL()}) x)`,
  );
  const rows = await db.rows<Numbered<Row>>(sql.join(parts, sql` union all `));
  const lists: Row[][] = selects.map(() => []);
  for (const row of rows) lists[row.list_index]?.push(row);
  return lists;
};

/** The rows of a table to count, up to `cap` if there is one. */
export type Countable = {
  readonly table: PgTable;
  /** Rows with the same values of these columns are counted once. */
  readonly distinct?: SelectedFields;
  readonly where: SQL | undefined;
  readonly cap: number | null;
};

/** Counts rows in one statement, one count per entry. */
export const countEach = async (
  db: RequestDatabase,
  countables: readonly Countable[],
): Promise<readonly number[]> => {
  const counts = await selectEach<{ readonly count: string }>(
    db,
    countables.map(({ table, distinct, where, cap }) => {
      const selected =
        distinct === undefined ? db.select({ one: sql`1`.as('one') }) : db.selectDistinct(distinct);
      const matching = selected.from(table).where(where);
      const counted = cap === null ? matching : matching.limit(cap);
      return sql`select count(*) from (${counted.getSQL()}) counted`;
    }),
  );
  return counts.map(([row]) => Number(row?.count ?? 0));
};
