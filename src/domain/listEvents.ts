import { countEvents, selectEvents } from '../db/selectEvents.ts';
import { selectEventsOfSession } from '../db/selectEventsOfSession.ts';

import { BY_TIME } from '../model/cursor.ts';
import { parseEventFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import { MATCH_ALL } from '../model/filter/predicate.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { PageArguments } from '../model/page.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';
import type { StoredSession } from '../model/session/session.ts';

import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TimeOrder, TotalCount } from './listPage.ts';
import { listPageOfSession } from './listPageOfSession.ts';
import type { SessionPageRequest } from './listPageOfSession.ts';
import type { ListContext } from './listContext.ts';

export type EventPage = Page<SessionEvent>;
/** An event of a page. Its cursor is computed on demand. */
export type EventEdge = { readonly page: EventPage; readonly item: SessionEvent };

export type EventListRequest = PageArguments & {
  readonly filter?: FilterInput | null | undefined;
  readonly order?: TimeOrder | null | undefined;
};

/**
 * Lists events, ordered by (time, id), in Relay pages.
 *
 * @param base predicates that apply in addition to the filter, such as the host of `Host.events`.
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listEvents = async (
  { db, hostnames, now }: ListContext,
  { filter, order, ...page }: EventListRequest,
  base: readonly Predicate[] = [],
): Promise<EventPage> => {
  const filtered = parseEventFilter(filter, hostnames);
  const predicate = base.length === 0 ? filtered : ({ kind: 'and', of: [...base, filtered] } as const);
  const isNewestFirst = (order ?? 'NEWEST_FIRST') === 'NEWEST_FIRST';
  return listPage(
    {
      identity: ['events', isNewestFirst, predicate],
      now,
      positions: BY_TIME,
      positionOf: (event: SessionEvent) => event,
      select: ({ isBackward, ...range }) =>
        selectEvents(db, {
          ...range,
          predicate,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => countEvents(db, { predicate, asOf, cap }),
    },
    page,
  );
};

/** Counts all stored events. */
export const countAllEvents = async ({ db }: ListContext, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, (cap) => countEvents(db, { predicate: MATCH_ALL, asOf: '', cap }));

/** Lists the events of a session and the elevated twins of its login. Cursors stay valid when the session gets more events. */
export const listEventsOfSession = async (
  context: ListContext,
  session: StoredSession,
  request: SessionPageRequest,
): Promise<EventPage> =>
  listPageOfSession(
    context,
    { list: 'session', select: selectEventsOfSession, count: countEvents },
    { session, ...request },
  );
