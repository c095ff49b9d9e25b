import type { PageArguments } from '../model/page.ts';
import type { StoredSession } from '../model/session/session.ts';

import type { ListContext } from './listContext.ts';
import { listMatchingEvents } from './listEvents.ts';
import type { EventPage, TimeOrder } from './listEvents.ts';

/** Lists a session's member events and the elevated twins of its login; its cursors outlive its growth. */
export const listEventsOfSession = async (
  context: ListContext,
  session: StoredSession,
  request: PageArguments & { readonly order?: TimeOrder | null | undefined },
): Promise<EventPage> => {
  const { hostname, loginId, startedAt, startUuid, endedAt, lastAt, lastUuid } = session;
  return listMatchingEvents(
    context,
    {
      identity: ['session', hostname, startedAt, startUuid],
      predicate: {
        kind: 'and',
        of: [
          { kind: 'from', field: 'time', time: startedAt },
          { kind: 'ofSession', hostname, loginId, startedAt, startUuid, endedAt, lastAt, lastUuid },
        ],
      },
    },
    { order: 'OLDEST_FIRST', ...request },
  );
};
