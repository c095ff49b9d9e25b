import { reserveWork, WORK_PER_TURN } from '../model/reserveWork.ts';

/** The rows of a statement. Their parameters take some milliseconds, in which the event loop waits. */
const ROWS_PER_BATCH = 1000;

/**
 * Runs work, such as a statement, for each batch of rows in order, and lets the event loop turn between the batches. Statements of one
 * transaction that are split so lock their rows in the same order as a single one.
 */
export const eachBatch = async <Row>(
  rows: readonly Row[],
  work: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += ROWS_PER_BATCH) {
    const batch = rows.slice(start, start + ROWS_PER_BATCH);
    const turn = reserveWork((batch.length / ROWS_PER_BATCH) * WORK_PER_TURN);
    if (turn !== null) await turn;
    await work(batch);
  }
};
