import { reserveWork } from '../model/reserveWork.ts';

/**
 * Gives the items of a list as promises that are resolved in order, in slices of bounded work. graphql-js completes an item when its promise
 * is resolved, and a list without promises in one turn of the event loop.
 *
 * @param weigh the work to complete an item with all of its fields, in the units of WORK_PER_TURN.
 */
export const completeInSlices = <Item>(
  items: readonly Item[],
  weigh: (item: Item) => number,
): readonly Promise<Item>[] => {
  let previous: Promise<unknown> = Promise.resolve();
  return items.map((item) => {
    const resolved = previous.then(async () => {
      const turn = reserveWork(weigh(item));
      if (turn !== null) await turn;
      return item;
    });
    previous = resolved;
    return resolved;
  });
};
