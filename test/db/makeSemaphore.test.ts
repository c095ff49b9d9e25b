import { expect, test } from '@jest/globals';

import { DeadlineError, OverloadedError } from '../../src/db/errors.ts';
import { makeSemaphore } from '../../src/db/makeSemaphore.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

const LONG = { waitMs: LONG_WAIT_MS };

test('waiting callers get free slots in order of arrival', async () => {
  const semaphore = makeSemaphore(1, 3);
  await semaphore.acquire(LONG);
  const entered: number[] = [];
  const waiting = [1, 2, 3].map(async (n) => semaphore.acquire(LONG).then(() => entered.push(n)));
  expect(semaphore.countWaiting()).toBe(3);
  for (const expected of [[1], [1, 2], [1, 2, 3]]) {
    semaphore.release();
    // A new caller cannot overtake: no slot is free.
    const late = semaphore.acquire({ waitMs: 1 }).catch((error: unknown) => error);
    expect(await late).toBeInstanceOf(OverloadedError);
    expect(entered).toEqual(expected);
  }
  await Promise.all(waiting);
  semaphore.release();
  await semaphore.acquire(LONG);
});

test('the queue and the wait are bounded', async () => {
  const semaphore = makeSemaphore(1, 1);
  await semaphore.acquire(LONG);
  const waiting = semaphore.acquire({ waitMs: 30 });
  await expect(semaphore.acquire(LONG)).rejects.toBeInstanceOf(OverloadedError);
  await expect(waiting).rejects.toBeInstanceOf(OverloadedError);
  expect(semaphore.countWaiting()).toBe(0);
  semaphore.release();
  await semaphore.acquire({ waitMs: 0 });
});

test('an aborted caller leaves the queue at once and takes no slot', async () => {
  const semaphore = makeSemaphore(1, 2);
  await semaphore.acquire(LONG);
  const abort = new AbortController();
  const left = semaphore.acquire({ ...LONG, signal: abort.signal });
  const stayed = semaphore.acquire(LONG);
  abort.abort();
  expect(semaphore.countWaiting()).toBe(1);
  await expect(left).rejects.toBeInstanceOf(DeadlineError);
  semaphore.release();
  await stayed;
  await expect(semaphore.acquire({ ...LONG, signal: abort.signal })).rejects.toBeInstanceOf(DeadlineError);
  // The slot is in use, so the next caller waits for its release.
  const next = semaphore.acquire(LONG);
  expect(semaphore.countWaiting()).toBe(1);
  semaphore.release();
  await next;
  expect(semaphore.countWaiting()).toBe(0);
});
