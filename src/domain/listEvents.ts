import type { Reader } from '../db/client.ts';
import { countEvents, selectEvents } from '../db/selectEvents.ts';

import { parseEventFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { PageArguments } from '../model/page.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';
import type { HostnameStyle } from '../model/values/hostname.ts';

import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TotalCount } from './listPage.ts';

export type EventPage = Page<SessionEvent>;
/** An event of a page; its cursor is made when it is asked for. */
export type EventEdge = { readonly page: EventPage; readonly item: SessionEvent };

export type TimeOrder = 'NEWEST_FIRST' | 'OLDEST_FIRST';

export type EventListRequest = PageArguments & {
  readonly filter?: FilterInput | null | undefined;
  readonly order?: TimeOrder | null | undefined;
};

export type ListContext = {
  readonly reader: Reader;
  readonly hostnames: HostnameStyle;
  /** The moment of the request, canonical time. */
  readonly now: string;
};

/**
 * Lists events by (time, id) in Relay pages.
 *
 * @throws Refusal for a bad filter, page or cursor.
 */
export const listEvents = async (context: ListContext, request: EventListRequest): Promise<EventPage> =>
  listMatchingEvents(context, listOf(parseEventFilter(request.filter, context.hostnames)), request);

/** A list of events: a cursor belongs to what has its identity. */
export type EventList = { readonly identity: unknown; readonly predicate: Predicate };

const listOf = (predicate: Predicate): EventList => ({ identity: predicate, predicate });

/** Lists the events that a predicate holds for. */
export const listMatchingEvents = async (
  { reader, now }: ListContext,
  { identity, predicate }: EventList,
  { order, ...page }: EventListRequest,
): Promise<EventPage> => {
  const isNewestFirst = (order ?? 'NEWEST_FIRST') === 'NEWEST_FIRST';
  return listPage<SessionEvent>(
    {
      identity: ['events', isNewestFirst, identity],
      now,
      positionOf: (event) => event,
      select: ({ isBackward, ...stretch }) =>
        selectEvents(reader, {
          ...stretch,
          predicate,
          scan: isNewestFirst === isBackward ? 'ASCENDING' : 'DESCENDING',
        }),
      count: (asOf, cap) => countEvents(reader, { predicate, asOf }, cap),
    },
    page,
  );
};

/** Counts every stored event, for the overview. */
export const countAllEvents = async (reader: Reader, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, (cap) => countEvents(reader, { predicate: EVERYTHING, asOf: '' }, cap));

const EVERYTHING: Predicate = { kind: 'and', of: [] };
