import { eachInSlices } from './mapInSlices.ts';

/** A step takes about a microsecond. */
const STEP_WEIGHT = 0.05;
/** This many steps run without a reservation. They take at most 5 units of work. */
const FEW_STEPS = 100;

/**
 * Runs steps of about a microsecond each; each `yield` ends a step. A few steps run immediately, and the result is null. With more steps the
 * event loop turns in between, and the result is a promise: await it before the next call.
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
