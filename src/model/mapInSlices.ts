import { reserveWork } from './reserveWork.ts';

type Weigh<Item> = (item: Item) => number;

/**
 * Maps items in order, and lets the event loop turn between slices of bounded work. A short list needs no pause.
 *
 * @param weigh the work for an item, in the units of WORK_PER_TURN; without it each item is one unit.
 */
export const mapInSlices = async <Item, Result>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => Result,
  weigh: Weigh<Item> = weighOne,
): Promise<Result[]> => {
  const results: Result[] = [];
  await eachInSlices(items, (item, index) => void results.push(work(item, index)), weigh);
  return results;
};

/**
 * Does the work for each item in order, with the pauses of mapInSlices. A list is not iterated, because its iterator would make an object for each item, and
 * most lists need no pause.
 */
export const eachInSlices = async <Item>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => void,
  weigh: Weigh<Item> = weighOne,
): Promise<void> => {
  if (isList(items)) {
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Item;
      const turn = reserveWork(weigh(item));
      if (turn !== null) await turn;
      work(item, index);
    }
    return;
  }
  let index = 0;
  for (const item of items) {
    const turn = reserveWork(weigh(item));
    if (turn !== null) await turn;
    work(item, index);
    index += 1;
  }
};

const isList = <Item>(items: Iterable<Item>): items is readonly Item[] => Array.isArray(items);

const weighOne = (): number => 1;

/** The weight of an item whose work is one map lookup or a few comparisons. */
export const weighLittle = (): number => 0.1;
