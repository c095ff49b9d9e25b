import { expect, test } from '@jest/globals';

import { holdFailedKey, makeFailedKeys, settleFailedKeys } from '../../src/sensors/failedKeys.ts';
import type { Outcome } from '../../src/sensors/sensor.ts';

const outcomeOf = (line: number): Outcome => ({
  kind: 'SKIPPED',
  reason: 'test',
  origin: { file: 'test', line, sensorEvent: 'test' },
});

const hold = (failed: ReturnType<typeof makeFailedKeys>, connection: string, line: number) =>
  holdFailedKey(failed, connection, { timeMs: line, outcomes: [outcomeOf(line)] });

test('the keys of a connection are appended to one list, which is not copied for each key', () => {
  const failed = makeFailedKeys();
  hold(failed, 'a', 1);
  const list = failed.get('a')?.outcomes;
  hold(failed, 'a', 2);
  expect(failed.get('a')?.outcomes).toBe(list);
  expect([...settleFailedKeys(failed, Infinity)]).toEqual([outcomeOf(1), outcomeOf(2)]);
});

test('connections are settled one at a time, as their outcomes are taken', () => {
  const failed = makeFailedKeys();
  hold(failed, 'a', 1);
  hold(failed, 'b', 2);
  hold(failed, 'late', 3);
  const settled = settleFailedKeys(failed, 2);
  expect(settled.next().value).toEqual(outcomeOf(1));
  expect([...failed.keys()]).toEqual(['b', 'late']);
  expect([...settled]).toEqual([outcomeOf(2)]);
  expect([...failed.keys()]).toEqual(['late']);
});

test('of more than 10,000 connections the one that has waited longest is settled', () => {
  const failed = makeFailedKeys();
  const early = Array.from({ length: 10_000 }, (_, index) => hold(failed, `${index}`, index)).flat();
  expect(early).toEqual([]);
  expect(hold(failed, 'last', 10_000)).toEqual([outcomeOf(0)]);
});
