import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, expect, test } from '@jest/globals';

import { repeatMaintenance } from '../../../src/commands/server/repeatMaintenance.ts';
import type { Schedule } from '../../../src/commands/server/repeatMaintenance.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { makeDeferred } from '../../support/makeDeferred.ts';
import { NO_DEADLINE_MS } from '../../support/timeLimits.ts';

let stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.map(async (stop) => stop()));
  stops = [];
});

/** Starts maintenance whose runs fail as listed, and succeed after that. */
const start = (fails: readonly boolean[], schedule?: Schedule) => {
  const state = { runs: 0, retries: [] as number[] };
  const stop = repeatMaintenance({
    run: async () => {
      state.runs += 1;
      if (fails[state.runs - 1] === true) throw new Error('Postgres is down.');
    },
    onFailure: (_, retryMs) => void state.retries.push(retryMs),
    ...(schedule && { schedule }),
  });
  stops.push(stop);
  return { state, stop };
};

test('a failed run is retried after 1, 2, 4 … times the first wait, up to the interval', async () => {
  const { state } = start(
    Array.from({ length: 6 }, () => true),
    { intervalMs: 10, firstRetryMs: 1 },
  );
  await awaitUntil('a run succeeded', async () => state.runs > 6);
  expect(state.retries).toEqual([1, 2, 4, 8, 10, 10]);
});

test('a success resets the wait', async () => {
  const { state } = start([true, true, false, true], { intervalMs: 5, firstRetryMs: 1 });
  await awaitUntil('a run succeeded', async () => state.runs > 4);
  expect(state.retries).toEqual([1, 2, 1]);
});

test('the next run after a success waits for the interval', async () => {
  const { state } = start([true], { intervalMs: NO_DEADLINE_MS, firstRetryMs: 1 });
  await awaitUntil('a run succeeded', async () => state.runs > 1);
  await sleep(50);
  expect(state.runs).toBe(2);
});

test('the first retry of a server is after a minute', async () => {
  const { state } = start([true]);
  await awaitUntil('a run failed', async () => state.retries.length > 0);
  expect(state.retries).toEqual([60_000]);
});

test('stopping waits for the run in progress, and no other run follows', async () => {
  const [began, release] = [makeDeferred(), makeDeferred()];
  let ends = 0;
  const stop = repeatMaintenance({
    run: async () => {
      began.resolve();
      await release.promise;
      ends += 1;
    },
    onFailure: () => undefined,
    schedule: { intervalMs: 1, firstRetryMs: 1 },
  });
  await began.promise;
  const stopped = stop();
  release.resolve();
  await stopped;
  expect(ends).toBe(1);
});
