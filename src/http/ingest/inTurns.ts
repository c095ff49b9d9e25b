import { reserveWork } from '../../model/reserveWork.ts';

import { RECORDS_PER_STEP } from './bodyRecords.ts';
import type { ReadingStep } from './readBody.ts';

/** Does the steps of reading in turns of the event loop. `firstWeight` is the work until the records are counted. */
export async function* inTurns(
  steps: Iterator<ReadingStep, void>,
  firstWeight = 1,
): AsyncGenerator<ReadingStep, void> {
  let weight = firstWeight;
  for (;;) {
    const turn = reserveWork(weight);
    if (turn !== null) await turn;
    const step = steps.next();
    if (step.done === true) return;
    if (step.value.kind === 'COUNTED') weight = Math.min(step.value.records, RECORDS_PER_STEP);
    yield step.value;
  }
}
