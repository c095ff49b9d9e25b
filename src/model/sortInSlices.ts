import { reserveWork } from './reserveWork.ts';

/** Node sorts this many items in at most about 10 units of work, regardless of the comparison. */
const RUN = 256;
const RUN_WEIGHT = 10;

/** Sorts as `toSorted` does (stable), and lets the event loop turn between slices of bounded work. */
export const sortInSlices = async <Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Promise<readonly Item[]> => {
  if (items.length <= 1) return items;
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += RUN) {
    const turn = reserveWork(RUN_WEIGHT);
    if (turn !== null) await turn;
    runs.push(items.slice(start, start + RUN).toSorted(compare));
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
};

/** Merges two sorted lists; equal items of the first list come first. */
const merge = async <Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Promise<readonly Item[]> => {
  const merged: Item[] = [];
  const remaining = second[Symbol.iterator]();
  let other = remaining.next();
  for (const item of first) {
    while (other.done !== true && compare(other.value, item) < 0) {
      merged.push(other.value);
      other = remaining.next();
      if (merged.length % RUN === 0) await reserveWork(RUN_WEIGHT);
    }
    merged.push(item);
    if (merged.length % RUN === 0) await reserveWork(RUN_WEIGHT);
  }
  while (other.done !== true) {
    merged.push(other.value);
    other = remaining.next();
    if (merged.length % RUN === 0) await reserveWork(RUN_WEIGHT);
  }
  return merged;
};
