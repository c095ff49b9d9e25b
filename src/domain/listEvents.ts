import type { Reader } from '../db/client.ts';
import type { EventStretch, Position } from '../db/eventStretch.ts';
import { countEvents, selectEvents } from '../db/selectEvents.ts';

import { checkCursorList, hashList, makeCursor, parseCursor } from '../model/cursor.ts';
import { parseEventFilter } from '../model/filter/parseFilter.ts';
import type { FilterInput } from '../model/filter/parseFilter.ts';
import { parsePage } from '../model/page.ts';
import type { PageArguments, PageRequest } from '../model/page.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';
import type { HostnameStyle } from '../model/values/hostname.ts';

export type EventListRequest = PageArguments & {
  readonly filter?: FilterInput | null | undefined;
  readonly order?: 'NEWEST_FIRST' | 'OLDEST_FIRST' | null | undefined;
};

/** A page of events and what is needed to go on from it. */
export type EventPage = {
  readonly events: readonly SessionEvent[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (event: SessionEvent) => string;
  readonly count: (mode: CountMode) => Promise<TotalCount>;
};

/** An event of a page; its cursor is made when it is asked for. */
export type EventEdge = { readonly page: EventPage; readonly event: SessionEvent };

export type TotalCount = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };

export type CountMode = 'CAPPED' | 'EXACT';

const COUNT_CAP = 10_000;

export type ListContext = {
  readonly reader: Reader;
  readonly hostnames: HostnameStyle;
  /** The moment of the request, canonical time. */
  readonly now: string;
};

/**
 * Lists events by (time, id) in Relay pages. A walk has no duplicates and misses nothing that existed at page one: its cursors carry exact
 * positions and the moment that `last` counts back from.
 *
 * @throws Refusal for a bad filter, page or cursor.
 */
export const listEvents = async (context: ListContext, request: EventListRequest): Promise<EventPage> => {
  const page = parsePage(request);
  const predicate = parseEventFilter(request.filter, context.hostnames);
  const order = request.order ?? 'NEWEST_FIRST';
  const listHash = hashList([order, predicate]);
  const after = readCursor(page.after, listHash, 'after');
  const before = readCursor(page.before, listHash, 'before');
  const list = { predicate, asOf: after?.asOf ?? before?.asOf ?? context.now };
  const stretch = stretchOf(page, order, { after, before });
  const found = await selectEvents(context.reader, { ...list, ...stretch, limit: page.limit + 1 });
  const events = found.slice(0, page.limit);
  const hasMore = found.length > page.limit;
  const isForward = page.direction === 'FORWARD';
  return {
    events: isForward ? events : events.toReversed(),
    // A cursor comes from an event of this list, so there is one on its other side.
    hasNextPage: isForward ? hasMore : before !== null,
    hasPreviousPage: isForward ? after !== null : hasMore,
    cursorOf: (event) => makeCursor(event, list.asOf, listHash),
    count: (mode) => countList(context.reader, list, mode),
  };
};

/** Counts every stored event, for the overview. */
export const countAllEvents = async (reader: Reader, mode: CountMode): Promise<TotalCount> =>
  countList(reader, { predicate: { kind: 'and', of: [] }, asOf: EPOCH }, mode);

const EPOCH = '1970-01-01T00:00:00.000000Z';

const countList = async (
  reader: Reader,
  list: Pick<EventStretch, 'predicate' | 'asOf'>,
  mode: CountMode,
): Promise<TotalCount> => {
  const value = await countEvents(reader, list, mode === 'CAPPED' ? COUNT_CAP + 1 : null);
  return value > COUNT_CAP && mode === 'CAPPED'
    ? { value: COUNT_CAP, relation: 'AT_LEAST' }
    : { value, relation: 'EQUAL' };
};

const readCursor = (cursor: string | null, listHash: string, field: string) => {
  if (cursor === null) return null;
  const position = parseCursor(cursor, field);
  checkCursorList(position.listHash, listHash, field);
  return position;
};

type Ends = { readonly after: Position | null; readonly before: Position | null };

/** A backward page is a scan from the other end. */
const stretchOf = (
  { direction }: PageRequest,
  order: 'NEWEST_FIRST' | 'OLDEST_FIRST',
  { after, before }: Ends,
): Pick<EventStretch, 'scan' | 'after' | 'before'> => {
  const isForward = direction === 'FORWARD';
  const isDescending = (order === 'NEWEST_FIRST') === isForward;
  return {
    scan: isDescending ? 'DESCENDING' : 'ASCENDING',
    after: isForward ? after : before,
    before: isForward ? before : after,
  };
};
