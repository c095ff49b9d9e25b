import { selectEvent } from '../../../db/selectEvents.ts';
import { countSessions, selectSessions } from '../../../db/selectSessions.ts';

import { BY_TIME } from '../../../model/cursor.ts';
import type { Evidence } from '../../../model/hunts/match.ts';
import type { PageArguments } from '../../../model/page.ts';
import type { StoredSession } from '../../../model/session/session.ts';
import type { Position, SessionEvent } from '../../../model/sessionEvent.ts';

import type { ListContext } from '../../listContext.ts';
import { listEvents } from '../../listEvents.ts';
import type { EventPage } from '../../listEvents.ts';
import { listPage } from '../../listPage.ts';
import type { PageQuery } from '../../listPage.ts';

/** Lists the events that prove a match, oldest first. */
export const listEvidence = async (
  context: ListContext,
  { of, where }: Evidence,
  page: PageArguments,
): Promise<EventPage> =>
  of === 'EVENTS'
    ? listEvents(context, { ...page, order: 'OLDEST_FIRST' }, where)
    : listFirstEvents(context, { of, where }, page);

/** Lists the first events of sessions. A session's start is the position of its first event, so that one cursor serves both. */
const listFirstEvents = async (
  { db, now }: ListContext,
  { where }: Evidence,
  page: PageArguments,
): Promise<EventPage> => {
  const predicate = { kind: 'and', of: where } as const;
  return listPage(
    {
      identity: ['firstEvents', predicate],
      now,
      positions: BY_TIME,
      positionOf: (event: SessionEvent) => event,
      select: async ({ isBackward, ...query }) =>
        selectFirstEvents({ db }, query, async (part) =>
          selectSessions(db, {
            ...part,
            predicate,
            field: 'STARTED',
            scan: isBackward ? 'DESCENDING' : 'ASCENDING',
          }),
        ),
      count: async (asOf, cap) => countSessions(db, { predicate, asOf, cap }),
    },
    page,
  );
};

type Part = Omit<PageQuery<Position>, 'isBackward'>;

/** Skips events that were deleted after their retention, and reads on until the page is full or there are no more sessions. */
const selectFirstEvents = async (
  { db }: Pick<ListContext, 'db'>,
  query: Part,
  select: (part: Part) => Promise<readonly StoredSession[]>,
): Promise<readonly SessionEvent[]> => {
  const sessions = await select(query);
  const found = await Promise.all(
    sessions.map(({ hostname, startedAt, startUuid }) =>
      selectEvent(db, { hostname, time: startedAt, uuid: startUuid }),
    ),
  );
  const events = found.filter((event) => event !== null);
  const last = sessions.at(-1);
  if (last === undefined || sessions.length < query.limit || events.length === query.limit) return events;
  const after = { time: last.startedAt, uuid: last.startUuid };
  const rest = { ...query, after, limit: query.limit - events.length };
  return [...events, ...(await selectFirstEvents({ db }, rest, select))];
};
