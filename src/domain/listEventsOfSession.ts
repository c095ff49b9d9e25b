import { BY_TIME } from '../model/cursor.ts';
import type { PageArguments } from '../model/page.ts';
import type { SessionExtent, StoredSession } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import type { ListContext } from './listContext.ts';
import type { EventPage, TimeOrder } from './listEvents.ts';
import { listPage } from './listPage.ts';

/** Lists the events of a session and the elevated twins of its login. Cursors stay valid when the session gets more events. */
export const listEventsOfSession = async (
  { lists, now }: ListContext,
  session: StoredSession,
  { order, ...page }: PageArguments & { readonly order?: TimeOrder | null | undefined },
): Promise<EventPage> => {
  const isNewestFirst = (order ?? 'OLDEST_FIRST') === 'NEWEST_FIRST';
  const { hostname, startedAt, startUuid } = session;
  const extent = extentOf(session);
  return listPage(
    {
      identity: ['session', isNewestFirst, hostname, startedAt, startUuid],
      now,
      positions: BY_TIME,
      positionOf: (event: SessionEvent) => event,
      select: ({ isBackward, asOf: _, ...range }) =>
        lists.eventsOfSession({
          ...range,
          extent,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => lists.countEvents({ predicate: { kind: 'ofSession', ...extent }, asOf, cap }),
    },
    page,
  );
};

const extentOf = (session: StoredSession): SessionExtent => {
  const { hostname, loginId, startedAt, startUuid, endedAt, lastAt, lastUuid } = session;
  return { hostname, loginId, startedAt, startUuid, endedAt, lastAt, lastUuid };
};
