import { DeadlineError } from '../../../db/errors.ts';

import { Refusal } from '../../../model/refusal.ts';

/** Turns a missed deadline into a refusal; rethrows any other error. */
export const refuseSlow = (error: unknown): never => {
  if (!(error instanceof DeadlineError)) throw error;
  throw new Refusal(
    'DEADLINE_EXCEEDED',
    'Reading what this hunt needs took longer than the deadline; narrow range, and lookback or window where there is one.',
    'range',
  );
};
