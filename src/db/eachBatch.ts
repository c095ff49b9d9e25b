import { reserveWork, WORK_PER_TURN } from '../model/reserveWork.ts';

/** Building the parameters of this many rows blocks the event loop for a few milliseconds. */
const ROWS_PER_BATCH = 1000;

/**
 * Splits rows into batches, one per statement, and lets the event loop turn between them. Statements of one transaction lock their rows
 * in the same order as a single statement for all rows.
 */
export async function* eachBatch<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[], void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_BATCH) {
    const batch = rows.slice(start, start + ROWS_PER_BATCH);
    const turn = reserveWork((batch.length / ROWS_PER_BATCH) * WORK_PER_TURN);
    if (turn !== null) await turn;
    yield batch;
  }
}
