import { Refusal } from '../../src/model/refusal.ts';

/** Returns the refusal that a call throws. The test fails if the call succeeds or throws another error. */
export const refusalOf = (call: () => unknown): Refusal => {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Expected a refusal; the call returned ${JSON.stringify(result)}.`);
};

/** Whether a call throws a refusal. Any other error is a bug and is rethrown. */
export const refuses = (call: () => unknown): boolean => {
  try {
    call();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
};
