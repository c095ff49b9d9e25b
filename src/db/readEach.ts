import type pg from 'pg';

import { DeadlineError } from './errors.ts';

/** A select, and when, by performance.now, all of it must be read. */
export type EachQuery = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly endMs: number;
};

/** Rows of a fetch: enough that the way there and back does not count, few enough for memory and for other requests between them. */
const FETCH = 5000;

/**
 * Reads a select by a cursor, so that however many rows it has, FETCH of them are in memory; gives each, in order. The select is planned for
 * all of its rows, and its fetches share the deadline, which `statement_timeout` would give to each.
 *
 * @throws DeadlineError when they take longer. The connection is then in a failed transaction.
 */
export const readEach = async <Row>(
  client: pg.ClientBase,
  { text, values, endMs }: EachQuery,
  onRow: (row: Row) => void,
): Promise<void> => {
  await client.query('begin read only; set local cursor_tuple_fraction = 1');
  await client.query(`declare each_row no scroll cursor for ${text}`, [...values]);
  for (let count = FETCH; count === FETCH;) {
    const leftMs = Math.floor(endMs - performance.now());
    if (leftMs < 1) throw new DeadlineError(new Error('The time for all rows is over.'));
    await client.query(`set local statement_timeout = ${leftMs}`);
    // The caller says what a row is, as with `rows`.
    const { rows } = await client.query(`fetch ${FETCH} from each_row`);
    for (const row of rows as Row[]) onRow(row);
    count = rows.length;
  }
  await client.query('commit');
};
