import { DeadlineError } from '../../../db/errors.ts';

import { parsePage } from '../../../model/page.ts';
import type { PageArguments } from '../../../model/page.ts';
import { Refusal } from '../../../model/refusal.ts';

import type { ListContext } from '../../listContext.ts';

import type { AnyHuntPage, Hunt } from './defineHunt.ts';

/**
 * Runs a hunt and lists a page of its matches.
 *
 * @throws Refusal for bad parameters, page or cursor; DEADLINE_EXCEEDED.
 */
export const runHunt = async <Input, Parameters, Found extends AnyHuntPage<Parameters>>(
  context: ListContext,
  { name, hunt }: { readonly name: string; readonly hunt: Hunt<Input, Parameters, Found, unknown> },
  input: Input & PageArguments,
): Promise<Found> => {
  const parameters = await hunt.parse(input, context);
  parsePage(input);
  return hunt.search({ ...context, name, parameters, page: input });
};

/** Turns a missed deadline into a refusal; rethrows any other error. */
export const refuseSlow = (error: unknown): never => {
  if (!(error instanceof DeadlineError)) throw error;
  throw new Refusal(
    'DEADLINE_EXCEEDED',
    'Reading the records for this hunt took longer than the deadline; narrow range, and lookback or window if the hunt has them.',
    'range',
  );
};
