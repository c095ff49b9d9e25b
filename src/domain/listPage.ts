import { checkCursorList, hashList, makeCursor, parseCursor, parsePosition } from '../model/cursor.ts';
import type { PositionCodec } from '../model/cursor.ts';
import { parsePage } from '../model/page.ts';
import type { PageArguments } from '../model/page.ts';

/** A page of a list. */
export type Page<Item> = {
  readonly items: readonly Item[];
  readonly cursorOf: (item: Item) => string;
  readonly ends: PageEnds;
  readonly count: (mode: CountMode) => Promise<TotalCount>;
};

/** The position of a page in its list. Cursors are computed on demand. */
export type PageEnds = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
};

/** The order of a list by (time, id). */
export type TimeOrder = 'NEWEST_FIRST' | 'OLDEST_FIRST';

export type CountMode = 'CAPPED' | 'EXACT';
export type TotalCount = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };

/** A list that can be read in pages. */
export type Listing<Item, Position> = {
  /** The filter and the order. Cursors of a list with another identity are refused. */
  readonly identity: unknown;
  /** The time of the request. Relative times on the first page count back from it. */
  readonly now: string;
  readonly positions: PositionCodec<Position>;
  readonly positionOf: (item: Item) => Position;
  readonly select: (query: PageQuery<Position>) => Promise<readonly Item[]>;
  /** The number of items in the list, up to the cap if there is one. */
  readonly count: (asOf: string, cap: number | null) => Promise<number>;
};

/** A range of a list, read in list order or, for a backward page, in reverse. */
export type PageQuery<Position> = {
  readonly asOf: string;
  readonly isBackward: boolean;
  /** Both exclusive, in reading direction. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
};

/**
 * Reads a Relay page of a list by keyset. Paging through a list yields no duplicates and every item that existed when the first page was read:
 * cursors carry exact positions and the time that `last` counts back from.
 *
 * @throws Refusal for an invalid page or cursor.
 */
export const listPage = async <Item, Position>(
  listing: Listing<Item, Position>,
  pageArguments: PageArguments,
): Promise<Page<Item>> => {
  const { limit, direction, ...cursors } = parsePage(pageArguments);
  const listHash = hashList(listing.identity);
  const readCursor = (cursor: string | null, field: string) => {
    if (cursor === null) return null;
    const found = parseCursor(cursor, field);
    checkCursorList(found.listHash, listHash, field);
    return { asOf: found.asOf, position: parsePosition(listing.positions, found, field) };
  };
  const after = readCursor(cursors.after, 'after');
  const before = readCursor(cursors.before, 'before');
  const asOf = after?.asOf ?? before?.asOf ?? listing.now;
  const isBackward = direction === 'BACKWARD';
  const [near, far] = isBackward ? [before, after] : [after, before];
  const ends = { after: near?.position ?? null, before: far?.position ?? null };
  const found = await listing.select({ asOf, isBackward, ...ends, limit: limit + 1 });
  const hasMore = found.length > limit;
  const items = isBackward ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const cursorOf = (item: Item): string =>
    makeCursor({ position: listing.positions.write(listing.positionOf(item)), asOf, listHash });
  const cursorAt = (index: number): string | null => {
    const item = items.at(index);
    return item === undefined ? null : cursorOf(item);
  };
  return {
    items,
    cursorOf,
    ends: {
      // A cursor belongs to an item of this list, so the page on its other side is not empty.
      hasNextPage: isBackward ? before !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : after !== null,
      startCursor: () => cursorAt(0),
      endCursor: () => cursorAt(-1),
    },
    count: (mode) => countItems(mode, (cap) => listing.count(asOf, cap)),
  };
};

const COUNT_CAP = 10_000;

/** Counts items, up to one more than the cap, to find out whether the cap is exceeded. */
export const countItems = async (
  mode: CountMode,
  count: (cap: number | null) => Promise<number>,
): Promise<TotalCount> => makeTotalCount(await count(mode === 'CAPPED' ? COUNT_CAP + 1 : null), mode);

/** Caps a number that is known anyway, so that all totals have the same form. */
export const makeTotalCount = (value: number, mode: CountMode): TotalCount => {
  const isCapped = mode === 'CAPPED' && value > COUNT_CAP;
  return isCapped ? { value: COUNT_CAP, relation: 'AT_LEAST' } : { value, relation: 'EQUAL' };
};
