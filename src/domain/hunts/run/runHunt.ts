import { parsePage } from '../../../model/page.ts';
import type { PageArguments } from '../../../model/page.ts';

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
