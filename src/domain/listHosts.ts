import { countHosts, selectHosts } from '../db/selectHosts.ts';

import { BY_NAME } from '../model/cursor.ts';
import { parseHostFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import { MATCH_ALL } from '../model/filter/predicate.ts';
import type { Host } from '../model/host.ts';
import type { PageArguments } from '../model/page.ts';

import type { ListContext } from './listContext.ts';
import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TotalCount } from './listPage.ts';

export type HostPage = Page<Host>;
/** A host of a page. Its cursor is computed on demand. */
export type HostEdge = { readonly page: HostPage; readonly item: Host };

export type NameListRequest = PageArguments & { readonly filter?: FilterInput | null | undefined };

/**
 * Lists the hosts that have records, ordered by name, in Relay pages.
 *
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listHosts = async (
  { db, hostnames, now }: ListContext,
  { filter, ...page }: NameListRequest,
): Promise<HostPage> => {
  const predicate = parseHostFilter(filter, hostnames);
  return listPage(
    {
      identity: ['hosts', predicate],
      now,
      positions: BY_NAME,
      positionOf: ({ hostname }: Host) => hostname,
      select: ({ isBackward, ...range }) =>
        selectHosts(db, { ...range, predicate, scan: isBackward ? 'DESCENDING' : 'ASCENDING' }),
      count: (_, cap) => countHosts(db, predicate, cap),
    },
    page,
  );
};

/** Counts all hosts. */
export const countAllHosts = async ({ db }: ListContext, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, async (cap) => countHosts(db, MATCH_ALL, cap));
