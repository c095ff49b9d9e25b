import { countContextEvents, selectContextEvents } from '../db/selectContextEvents.ts';

import type { ContextEvent } from '../model/contextEvent.ts';
import { BY_TIME } from '../model/cursor.ts';
import { parseContextEventFilter } from '../model/filter/parseFilter.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { PageArguments } from '../model/page.ts';

import type { StoredSession } from '../model/session/session.ts';

import type { ListContext } from './listContext.ts';
import { extentOf } from './listEvents.ts';
import type { EventListRequest, TimeOrder } from './listEvents.ts';
import { listPage } from './listPage.ts';
import type { Page } from './listPage.ts';

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
  const identity = ['contextEvents', isNewestFirst, predicate];
  return listMatching(context, { identity, predicate, isNewestFirst }, page);
};

/** Lists the disconnects of a session. Cursors stay valid when the session gets more events. */
export const listContextEventsOfSession = async (
  context: ListContext,
  session: StoredSession,
  { order, ...page }: PageArguments & { readonly order?: TimeOrder | null | undefined },
): Promise<ContextEventPage> => {
  const { hostname, startedAt, startUuid } = session;
  const predicate = { kind: 'ofSession', ...extentOf(session) } as const;
  const isNewestFirst = (order ?? 'OLDEST_FIRST') === 'NEWEST_FIRST';
  const identity = ['contextOfSession', isNewestFirst, hostname, startedAt, startUuid];
  return listMatching(context, { identity, predicate, isNewestFirst }, page);
};

type Matching = {
  readonly identity: readonly unknown[];
  readonly predicate: Predicate;
  readonly isNewestFirst: boolean;
};

const listMatching = async (
  { db, now }: ListContext,
  { identity, predicate, isNewestFirst }: Matching,
  page: PageArguments,
): Promise<ContextEventPage> =>
  listPage(
    {
      identity,
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
