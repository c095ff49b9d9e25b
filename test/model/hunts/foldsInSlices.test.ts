import { expect, test } from '@jest/globals';

import { foldBruteForce } from '../../../src/model/hunts/foldBruteForce.ts';
import type { Breach } from '../../../src/model/hunts/foldBruteForce.ts';
import { foldOverlaps } from '../../../src/model/hunts/foldOverlaps.ts';
import type { Overlap } from '../../../src/model/hunts/foldOverlaps.ts';
import { foldStretches } from '../../../src/model/hunts/foldStretches.ts';
import type { Stretch } from '../../../src/model/hunts/foldStretches.ts';
import { WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { watchWork } from '../../support/watchWork.ts';

const MANY = 20_000;
/** A step of a fold is a twentieth of a unit of work. */
const TURNS = Math.floor(MANY / 20 / WORK_PER_TURN) - 1;

const placeAt = (us: number) => ({
  us,
  time: `2026-11-16T09:00:00.${String(us).padStart(6, '0')}Z`,
  uuid: `00000000-0000-8000-8000-${String(us).padStart(12, '0')}`,
});

const checkTurns = (turns: readonly number[]): void => {
  expect(turns.length).toBeGreaterThanOrEqual(TURNS);
  expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
};

test('many events that leave the window at once', async () => {
  const stretches: Stretch[] = [];
  const rule = { windowUs: 100_000, least: 2, mostOfValue: Infinity, fromUs: 0 };
  const fold = foldStretches(rule, (stretch) => stretches.push(stretch));
  for (let us = 0; us < MANY; us += 1) {
    await fold.add({ ...placeAt(us), key: 'a', value: `v${us}` });
  }
  checkTurns(await watchWork(async () => fold.add({ ...placeAt(500_000), key: 'b', value: 'v' })));
  await fold.end();
  expect(stretches).toHaveLength(1);
  expect(stretches[0]).toMatchObject({ key: 'a', eventCount: MANY, valueCount: MANY, peak: MANY });
});

test('many keys that have events at one time', async () => {
  const stretches: Stretch[] = [];
  const rule = { windowUs: 100_000, least: 1, mostOfValue: Infinity, fromUs: 0 };
  const fold = foldStretches(rule, (stretch) => stretches.push(stretch));
  for (let n = 0; n < MANY; n += 1) await fold.add({ ...placeAt(7), key: `k${n}`, value: 'v' });
  checkTurns(await watchWork(async () => fold.end()));
  expect(stretches).toHaveLength(MANY);
});

test('many sessions that are open when the range begins', async () => {
  const overlaps: Overlap[] = [];
  const fold = foldOverlaps(1, (overlap) => overlaps.push(overlap));
  const boundary = (n: number, us: number, by: 1 | -1) =>
    ({ ...placeAt(us), by, goesOn: false, key: `k${n}`, value: 'v' }) as const;
  for (let n = 0; n < MANY; n += 1) await fold.add(boundary(n, 0, 1));
  checkTurns(await watchWork(async () => fold.add(boundary(0, 1, -1))));
  for (let n = 1; n < MANY; n += 1) await fold.add(boundary(n, 1, -1));
  checkTurns(await watchWork(async () => fold.end()));
  expect(overlaps).toHaveLength(MANY);
});

test('many failures before one success', async () => {
  const breaches: Breach<never>[] = [];
  const fold = foldBruteForce({ windowUs: 100_000, least: 5, fromUs: 0 }, (breach) =>
    breaches.push(breach as never),
  );
  const attempt = (us: number, isSuccess: boolean) => ({
    ...placeAt(us),
    key: 'a',
    user: `u${us % 10}`,
    isSuccess,
  });
  for (let us = 0; us < MANY; us += 1) await fold(attempt(us, false));
  checkTurns(await watchWork(async () => fold(attempt(MANY, true))));
  expect(breaches).toHaveLength(1);
  expect(breaches[0]).toMatchObject({ failureCount: MANY, userCount: 10, firstFailure: placeAt(0) });
});
