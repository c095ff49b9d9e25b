import { isPromise } from 'node:util/types';

import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type pg from 'pg';

import { reserveWork } from '../model/reserveWork.ts';

import { DeadlineError } from './errors.ts';
import { literal, toStatement } from './statement.ts';

/** A select and its deadline, a time of performance.now(). */
export type EachQuery = { readonly select: SQL; readonly endMs: number };

/** Rows per fetch: pg parses all of them in one turn of the event loop, in about 5 ms. */
const FETCH = 1000;
const FETCH_ROWS = toStatement(sql`fetch ${literal(FETCH)} from each_row`);
/** The work per row in units of WORK_PER_TURN: most rows take 1 to 5 µs. */
const ROW_WEIGHT = 0.25;

/**
 * Reads a select with a cursor, so that at most FETCH rows are in memory. Calls `onRow` for each row in order, and waits for a promise that
 * it returns. The event loop turns between the rows. The select is planned for all of its rows. All fetches share one deadline;
 * `statement_timeout` alone would apply to each fetch.
 *
 * @throws DeadlineError after the deadline. The connection is then in a failed transaction.
 */
export const readEach = async <Row>(
  client: pg.ClientBase,
  { select, endMs }: EachQuery,
  onRow: (row: Row) => unknown,
): Promise<void> => {
  await client.query('begin read only; set local cursor_tuple_fraction = 1');
  await client.query(toStatement(sql`declare each_row no scroll cursor for ${select}`));
  for (let count = FETCH; count === FETCH;) {
    const leftMs = Math.floor(endMs - performance.now());
    if (leftMs < 1) throw new DeadlineError(new Error('The deadline passed before all rows were read.'));
    await client.query(toStatement(sql`set local statement_timeout = ${literal(leftMs)}`));
    const { rows } = await client.query(FETCH_ROWS);
    for (const row of rows as Row[]) {
      const turn = reserveWork(ROW_WEIGHT);
      if (turn !== null) await turn;
      const more = onRow(row);
      if (isPromise(more)) await more;
    }
    count = rows.length;
  }
  await client.query('commit');
};
