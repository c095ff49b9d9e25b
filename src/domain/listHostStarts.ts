import { countHostStarts, selectHostStarts } from '../db/selectHostStarts.ts';

import { BY_TIME } from '../model/cursor.ts';
import { parseHostStartFilter } from '../model/filter/parseFilter.ts';
import type { NewContextEvent } from '../model/contextEvent.ts';

import type { ListContext } from './listContext.ts';
import type { EventListRequest } from './listEvents.ts';
import { listPage } from './listPage.ts';
import type { Page } from './listPage.ts';

export type HostStart = Omit<NewContextEvent, 'kind'>;
export type HostStartPage = Page<HostStart>;
/** A host start of a page. Its cursor is computed on demand. */
export type HostStartEdge = { readonly page: HostStartPage; readonly item: HostStart };

/**
 * Lists host starts, ordered by (time, id), in Relay pages.
 *
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listHostStarts = async (
  { db, hostnames, now }: ListContext,
  { filter, order, ...page }: EventListRequest,
): Promise<HostStartPage> => {
  const predicate = parseHostStartFilter(filter, hostnames);
  const isNewestFirst = (order ?? 'NEWEST_FIRST') === 'NEWEST_FIRST';
  return listPage(
    {
      identity: ['hostStarts', isNewestFirst, predicate],
      now,
      positions: BY_TIME,
      positionOf: (start: HostStart) => start,
      select: ({ isBackward, ...range }) =>
        selectHostStarts(db, {
          ...range,
          predicate,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => countHostStarts(db, { predicate, asOf, cap }),
    },
    page,
  );
};
