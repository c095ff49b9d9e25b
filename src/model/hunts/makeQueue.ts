/** First in, first out. */
export type Queue<Item> = {
  readonly put: (item: Item) => void;
  readonly take: () => void;
  /** The oldest, null when there is none. */
  readonly oldest: () => Item | null;
  readonly newest: () => Item | null;
  readonly newestFirst: () => Iterable<Item>;
};

/** Makes an empty queue: an array whose taken front is cut off when it is most of it, so that no step moves them all. */
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
