import { Refusal } from '../../src/model/refusal.ts';

/** The refusal that a call throws. Anything else thrown, or nothing, fails the test. */
export const refusalOf = (call: () => unknown): Refusal => {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Nothing was refused; the call gave ${JSON.stringify(result)}.`);
};

/** Whether a call refuses; what else it throws is a bug and comes through. */
export const refuses = (call: () => unknown): boolean => {
  try {
    call();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
};
