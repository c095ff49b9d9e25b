import { countContextEvents, selectContextEvents } from '../db/selectContextEvents.ts';
import { selectDisconnectsOfSession } from '../db/selectDisconnectsOfSession.ts';

import type { ContextEvent } from '../model/contextEvent.ts';
import { BY_TIME } from '../model/cursor.ts';
import { parseContextEventFilter } from '../model/filter/parseFilter.ts';
import type { Predicate } from '../model/filter/predicate.ts';

import type { StoredSession } from '../model/session/session.ts';

import type { ListContext } from './listContext.ts';
import type { EventListRequest } from './listEvents.ts';
import { listPage } from './listPage.ts';
import type { Page } from './listPage.ts';
import { listPageOfSession } from './listPageOfSession.ts';
import type { SessionPageRequest } from './listPageOfSession.ts';

export type ContextEventPage = Page<ContextEvent>;
/** A context event of a page. Its cursor is computed on demand. */
export type ContextEventEdge = { readonly page: ContextEventPage; readonly item: ContextEvent };

/**
 * Lists context events, ordered by (time, id), in Relay pages.
 *
 * @param base predicates that apply in addition to the filter, such as the host of `Host.contextEvents`.
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listContextEvents = async (
  context: ListContext,
  { filter, order, ...page }: EventListRequest,
  base: readonly Predicate[] = [],
): Promise<ContextEventPage> => {
  const filtered = parseContextEventFilter(filter, context.hostnames);
  const predicate = base.length === 0 ? filtered : ({ kind: 'and', of: [...base, filtered] } as const);
  const isNewestFirst = (order ?? 'NEWEST_FIRST') === 'NEWEST_FIRST';
  const { db, now } = context;
  return listPage(
    {
      identity: ['contextEvents', isNewestFirst, predicate],
      now,
      positions: BY_TIME,
      positionOf: (event: ContextEvent) => event,
      select: ({ isBackward, ...range }) =>
        selectContextEvents(db, {
          ...range,
          predicate,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => countContextEvents(db, { predicate, asOf, cap }),
    },
    page,
  );
};

/** Lists the disconnects of a session. Cursors stay valid when the session gets more events. */
export const listContextEventsOfSession = async (
  context: ListContext,
  session: StoredSession,
  request: SessionPageRequest,
): Promise<ContextEventPage> =>
  listPageOfSession(
    context,
    { list: 'contextOfSession', select: selectDisconnectsOfSession, count: countContextEvents },
    { session, ...request },
  );
