import { selectOrphanRates } from '../../db/hunts/selectOrphanRates.ts';

import { within } from '../../model/filter/logins.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { makeOrphan, parseOrphans } from '../../model/hunts/orphans.ts';
import type { OrphanRates, Orphans, OrphansInput, OrphansParameters } from '../../model/hunts/orphans.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';

import { listEventMatches } from './listEventMatches.ts';
import { refuseSlow } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type OrphansPage = HuntPage<Orphans, OrphansParameters> & {
  /** Counted when first asked for, once. */
  readonly findRates: () => Promise<OrphanRates>;
};
export type OrphansEdge = HuntEdge<Orphans>;

const MAX_RATES = 1000;

/**
 * Finds events that should have a session and have none: what began them was not recorded, or was removed.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listOrphans = async (
  context: ListContext,
  input: OrphansInput & PageArguments,
): Promise<OrphansPage> => {
  const parameters = parseOrphans(input);
  const { range, actions } = parameters;
  const page = await listEventMatches(
    context,
    {
      name: 'orphans',
      parameters,
      action: actions,
      where: [...within(range), { kind: 'orphan' }],
      makeMatch: makeOrphan,
    },
    input,
  );
  const events: readonly Predicate[] = [...within(range), { kind: 'in', field: 'action', values: actions }];
  let rates: Promise<OrphanRates> | undefined;
  const findRates = async (): Promise<OrphanRates> => {
    rates ??= selectOrphanRates(context.reader, events, MAX_RATES).catch(refuseSlow);
    return rates;
  };
  return Object.assign(page, { findRates });
};
