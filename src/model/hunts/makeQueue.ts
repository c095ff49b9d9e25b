/** First in, first out. */
export type Queue<Item> = {
  readonly put: (item: Item) => void;
  /** Removes the oldest item; does nothing when there is none. */
  readonly take: () => void;
  /** The oldest item, null when there is none. */
  readonly oldest: () => Item | null;
  readonly newest: () => Item | null;
  readonly newestFirst: () => Iterable<Item>;
};

/** Makes an empty queue: an array that drops its taken items once they are half of it, so that taking an item rarely moves the others. */
export const makeQueue = <Item>(): Queue<Item> => {
  let items: Item[] = [];
  let taken = 0;
  return {
    put: (item) => void items.push(item),
    take: () => {
      taken = Math.min(taken + 1, items.length);
      if (taken < FEW || taken * 2 < items.length) return;
      items = items.slice(taken);
      taken = 0;
    },
    oldest: () => items[taken] ?? null,
    newest: () => (items.length > taken ? (items.at(-1) ?? null) : null),
    *newestFirst() {
      for (let index = items.length - 1; index >= taken; index -= 1) yield items[index] as Item;
    },
  };
};

const FEW = 16;
