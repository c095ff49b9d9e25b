import { isPromise } from 'node:util/types';

import type pg from 'pg';

import { reserveWork } from '../model/reserveWork.ts';

import { DeadlineError } from './errors.ts';

/** A select, and when, by performance.now, all of it must be read. */
export type EachQuery = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly endMs: number;
};

/** Rows of a fetch: pg parses all of them in one turn of the event loop, which takes about 5 ms. */
const FETCH = 1000;
/** The work for a row, in the units of WORK_PER_TURN: most take 1 to 5 µs. */
const ROW_WEIGHT = 0.25;

/**
 * Reads a select by a cursor, so that however many rows it has, FETCH of them are in memory; gives each, in order, and waits for a
 * promise that `onRow` returns. The event loop turns between the rows. The select is planned for
 * all of its rows, and its fetches share the deadline, which `statement_timeout` would give to each.
 *
 * @throws DeadlineError when they take longer. The connection is then in a failed transaction.
 */
export const readEach = async <Row>(
  client: pg.ClientBase,
  { text, values, endMs }: EachQuery,
  onRow: (row: Row) => unknown,
): Promise<void> => {
  await client.query('begin read only; set local cursor_tuple_fraction = 1');
  await client.query(`declare each_row no scroll cursor for ${text}`, [...values]);
  for (let count = FETCH; count === FETCH;) {
    const leftMs = Math.floor(endMs - performance.now());
    if (leftMs < 1) throw new DeadlineError(new Error('The time for all rows is over.'));
    await client.query(`set local statement_timeout = ${leftMs}`);
    // The caller says what a row is, as with `rows`.
    const { rows } = await client.query(`fetch ${FETCH} from each_row`);
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
