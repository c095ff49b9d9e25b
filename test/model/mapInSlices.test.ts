import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { eachInSlices, mapInSlices } from '../../src/model/mapInSlices.ts';
import { addWork, watchTurns, WORK_PER_TURN } from '../../src/model/reserveWork.ts';

const turns: number[] = [];
let unwatch: (() => void) | undefined;

beforeEach(() => {
  turns.length = 0;
  unwatch = watchTurns((work) => void turns.push(work));
});

afterEach(() => unwatch?.());

const count = (length: number): readonly number[] => Array.from({ length }, (_, n) => n);

describe('mapInSlices', () => {
  test('returns the results in order, and passes the index of each item', async () => {
    const results = await mapInSlices(count(5 * WORK_PER_TURN), (item, index) => [item, index]);
    expect(results).toEqual(count(5 * WORK_PER_TURN).map((n) => [n, n]));
  });

  test('lets the event loop turn after each slice', async () => {
    let itemsInTurn = 0;
    let mostItems = 0;
    let isOver = false;
    const observe = (): void => {
      mostItems = Math.max(mostItems, itemsInTurn);
      itemsInTurn = 0;
      if (!isOver) setImmediate(observe);
    };
    setImmediate(observe);
    await mapInSlices(count(10 * WORK_PER_TURN), () => {
      itemsInTurn += 1;
    });
    isOver = true;
    // The observer may run just before or just after the turn of the work, so it sees two slices at most.
    expect(mostItems).toBeGreaterThan(0);
    expect(mostItems).toBeLessThanOrEqual(2 * WORK_PER_TURN);
    expect(turns.length).toBeGreaterThanOrEqual(9);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });

  test('does no more work in a turn for parallel lists than for one list', async () => {
    const lists = Array.from({ length: 16 }, () => count(2 * WORK_PER_TURN));
    let done = 0;
    await Promise.all(lists.map(async (list) => eachInSlices(list, () => void (done += 1))));
    expect(done).toBe(32 * WORK_PER_TURN);
    expect(turns.length).toBeGreaterThanOrEqual(31);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });

  test('weighs items, and gives an item that is heavier than a slice its own turn', async () => {
    const weights = [WORK_PER_TURN / 2, WORK_PER_TURN / 2, 3 * WORK_PER_TURN, 1, WORK_PER_TURN];
    await eachInSlices(
      weights,
      () => undefined,
      (weight) => weight,
    );
    expect(turns).toContain(3 * WORK_PER_TURN);
    expect(turns.filter((work) => work > WORK_PER_TURN)).toHaveLength(1);
  });

  test('starts as much waiting work in a turn as the limit allows', async () => {
    await Promise.all(count(1 + WORK_PER_TURN).map(async () => eachInSlices([1, 1], () => undefined)));
    expect(turns.length).toBeLessThanOrEqual(4);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });

  test('counts work that is added while an item is processed', async () => {
    await eachInSlices(count(4 * WORK_PER_TURN), () => addWork(1));
    expect(turns.length).toBeGreaterThanOrEqual(7);
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });

  test('stops at the item that throws', async () => {
    let done = 0;
    const work = (item: number): void => {
      if (item === 2 * WORK_PER_TURN) throw new Error('bad item');
      done += 1;
    };
    await expect(eachInSlices(count(3 * WORK_PER_TURN), work)).rejects.toThrow('bad item');
    expect(done).toBe(2 * WORK_PER_TURN);
  });
});
