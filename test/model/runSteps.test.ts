import { expect, test } from '@jest/globals';

import { WORK_PER_TURN } from '../../src/model/reserveWork.ts';
import { runSteps } from '../../src/model/runSteps.ts';
import { watchWork } from '../support/watchWork.ts';

/** Counts its steps. */
function* count(length: number, done: { steps: number }): Generator<void, void> {
  for (; done.steps < length; done.steps += 1) yield;
}

test('runs a few steps immediately', () => {
  const done = { steps: 0 };
  expect(runSteps(count(50, done))).toBeNull();
  expect(done.steps).toBe(50);
});

test('runs all of many steps, and lets the event loop turn between them', async () => {
  const done = { steps: 0 };
  const turns = await watchWork(async () => runSteps(count(20_000, done)));
  expect(done.steps).toBe(20_000);
  // A step is a twentieth of a unit of work.
  expect(turns.length).toBeGreaterThanOrEqual(Math.floor(20_000 / 20 / WORK_PER_TURN) - 1);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
});

test('fails with the error of a step, immediately or later', async () => {
  function* failAfter(length: number): Generator<void, void> {
    yield* count(length, { steps: 0 });
    throw new Error('bad step');
  }
  expect(() => runSteps(failAfter(5))).toThrow('bad step');
  await expect(runSteps(failAfter(5000))).rejects.toThrow('bad step');
});
