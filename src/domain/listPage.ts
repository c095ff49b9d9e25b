import { checkCursorList, hashList, makeCursor, parseCursor, parsePosition } from '../model/cursor.ts';
import type { PositionCodec } from '../model/cursor.ts';
import { parsePage } from '../model/page.ts';
import type { PageArguments } from '../model/page.ts';

/** A page of a list and what is needed to go on from it. */
export type Page<Item> = {
  readonly items: readonly Item[];
  readonly cursorOf: (item: Item) => string;
  readonly ends: PageEnds;
  readonly count: (mode: CountMode) => Promise<TotalCount>;
};

/** Where a page lies in its list; cursors are made when they are asked for. */
export type PageEnds = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
};

export type CountMode = 'CAPPED' | 'EXACT';
export type TotalCount = { readonly value: number; readonly relation: 'EQUAL' | 'AT_LEAST' };

/** A list to read pages of. */
export type Listing<Item, Position> = {
  /** The filter and the order: cursors of another list are refused. */
  readonly identity: unknown;
  /** The moment of the request: what relative times of page one count back from. */
  readonly now: string;
  readonly positions: PositionCodec<Position>;
  readonly positionOf: (item: Item) => Position;
  readonly select: (stretch: Stretch<Position>) => Promise<readonly Item[]>;
  /** How many items the list has, up to the cap when there is one. */
  readonly count: (asOf: string, cap: number | null) => Promise<number>;
};

/** A stretch of a list, read in its order or, for a backward page, from its other end. */
export type Stretch<Position> = {
  readonly asOf: string;
  readonly isBackward: boolean;
  /** Both exclusive, in the direction of reading. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
};

/**
 * Reads a Relay page of a list by keyset. A walk has no duplicates and misses nothing that existed at page one: its cursors carry exact
 * positions and the moment that `last` counts back from.
 *
 * @throws Refusal for a bad page or cursor.
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
      // A cursor comes from an item of this list, so there is one on its other side.
      hasNextPage: isBackward ? before !== null : hasMore,
      hasPreviousPage: isBackward ? hasMore : after !== null,
      startCursor: () => cursorAt(0),
      endCursor: () => cursorAt(-1),
    },
    count: (mode) => countItems(mode, (cap) => listing.count(asOf, cap)),
  };
};

const COUNT_CAP = 10_000;

/** Counts to one past the cap, to know whether there are more. */
export const countItems = async (
  mode: CountMode,
  count: (cap: number | null) => Promise<number>,
): Promise<TotalCount> => makeTotalCount(await count(mode === 'CAPPED' ? COUNT_CAP + 1 : null), mode);

/** The same of what is counted anyway, so that a total means the same everywhere. */
export const makeTotalCount = (value: number, mode: CountMode): TotalCount => {
  const isCapped = mode === 'CAPPED' && value > COUNT_CAP;
  return isCapped ? { value: COUNT_CAP, relation: 'AT_LEAST' } : { value, relation: 'EQUAL' };
};
