import { eachInSlices } from './mapInSlices.ts';

/** A step takes about a microsecond. */
const STEP_WEIGHT = 0.05;
/** So many steps are done at once: less than one unit of work in ten. */
const FEW_STEPS = 100;

/**
 * Runs steps of about a microsecond each, one between two `yield`. A few are done at once, and the answer is null. More of them let the event
 * loop turn, and the answer is a promise: wait for it before the next call.
 */
export const runSteps = (steps: Generator<void, void>): Promise<void> | null => {
  for (let done = 0; done < FEW_STEPS; done += 1) {
    if (steps.next().done === true) return null;
  }
  return eachInSlices(
    steps,
    () => undefined,
    () => STEP_WEIGHT,
  );
};
