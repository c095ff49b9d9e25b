import { expect, test } from '@jest/globals';

import { foldBruteForce } from '../../../src/model/hunts/foldBruteForce.ts';
import type { Success, SuccessAfterFailures } from '../../../src/model/hunts/foldBruteForce.ts';
import { foldBursts } from '../../../src/model/hunts/foldBursts.ts';
import type { Burst } from '../../../src/model/hunts/foldBursts.ts';
import { foldOverlaps } from '../../../src/model/hunts/foldOverlaps.ts';
import type { Overlap } from '../../../src/model/hunts/foldOverlaps.ts';
import { WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { watchWork } from '../../support/watchWork.ts';

const MANY = 20_000;
/** A step of a fold is one twentieth of a unit of work. */
const TURNS = Math.floor(MANY / 20 / WORK_PER_TURN) - 1;

const positionAt = (us: number) => ({
  us,
  time: `2026-11-16T09:00:00.${String(us).padStart(6, '0')}Z`,
  uuid: `00000000-0000-8000-8000-${String(us).padStart(12, '0')}`,
});

const checkTurns = (turns: readonly number[]): void => {
  expect(turns.length).toBeGreaterThanOrEqual(TURNS);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
};

test('the event loop turns while many events leave the window at once', async () => {
  const bursts: Burst[] = [];
  const rule = { windowUs: 100_000, least: 2, mostOfValue: Infinity, fromUs: 0 };
  const fold = foldBursts(rule, (burst) => bursts.push(burst));
  for (let us = 0; us < MANY; us += 1) {
    await fold.add({ ...positionAt(us), key: 'a', value: `v${us}` });
  }
  checkTurns(await watchWork(async () => fold.add({ ...positionAt(500_000), key: 'b', value: 'v' })));
  await fold.end();
  expect(bursts).toHaveLength(1);
  expect(bursts[0]).toMatchObject({ key: 'a', eventCount: MANY, valueCount: MANY, peak: MANY });
});

test('the event loop turns while many keys have events at one time', async () => {
  const bursts: Burst[] = [];
  const rule = { windowUs: 100_000, least: 1, mostOfValue: Infinity, fromUs: 0 };
  const fold = foldBursts(rule, (burst) => bursts.push(burst));
  for (let n = 0; n < MANY; n += 1) await fold.add({ ...positionAt(7), key: `k${n}`, value: 'v' });
  checkTurns(await watchWork(async () => fold.end()));
  expect(bursts).toHaveLength(MANY);
});

test('the event loop turns while many sessions start and end at one time', async () => {
  const overlaps: Overlap[] = [];
  const fold = foldOverlaps(1, (overlap) => overlaps.push(overlap));
  const boundary = (n: number, us: number, by: 1 | -1) =>
    ({ ...positionAt(us), by, continues: false, key: `k${n}`, value: 'v' }) as const;
  for (let n = 0; n < MANY; n += 1) await fold.add(boundary(n, 0, 1));
  checkTurns(await watchWork(async () => fold.add(boundary(0, 1, -1))));
  for (let n = 1; n < MANY; n += 1) await fold.add(boundary(n, 1, -1));
  checkTurns(await watchWork(async () => fold.end()));
  expect(overlaps).toHaveLength(MANY);
});

test('the event loop turns while many failures before one success are counted', async () => {
  const breaches: SuccessAfterFailures<Success>[] = [];
  const fold = foldBruteForce<Success>({ windowUs: 100_000, least: 5, fromUs: 0 }, (breach) =>
    breaches.push(breach),
  );
  for (let us = 0; us < MANY; us += 1) {
    await fold({ ...positionAt(us), key: 'a', userName: `u${us % 10}`, isSuccess: false });
  }
  const success = { ...positionAt(MANY), key: 'a', failureKeys: ['a'], isSuccess: true as const };
  checkTurns(await watchWork(async () => fold(success)));
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toMatchObject({ failureCount: MANY, userCount: 10, firstFailure: positionAt(0) });
});
