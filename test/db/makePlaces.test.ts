import { expect, test } from '@jest/globals';

import { DeadlineError, OverloadedError } from '../../src/db/errors.ts';
import { makePlaces } from '../../src/db/makePlaces.ts';
import { PATIENCE_MS } from '../support/timeLimits.ts';

const LONG = { waitMs: PATIENCE_MS };

test('who waits gets the next free place, in order of arrival', async () => {
  const places = makePlaces(1, 3);
  await places.take(LONG);
  const entered: number[] = [];
  const waiting = [1, 2, 3].map(async (n) => places.take(LONG).then(() => entered.push(n)));
  expect(places.countWaiting()).toBe(3);
  for (const expected of [[1], [1, 2], [1, 2, 3]]) {
    places.free();
    // Who comes now does not overtake: there is nothing free.
    const late = places.take({ waitMs: 1 }).catch((error: unknown) => error);
    expect(await late).toBeInstanceOf(OverloadedError);
    expect(entered).toEqual(expected);
  }
  await Promise.all(waiting);
  places.free();
  await places.take(LONG);
});

test('the line has an end, and a wait too', async () => {
  const places = makePlaces(1, 1);
  await places.take(LONG);
  const waiting = places.take({ waitMs: 30 });
  await expect(places.take(LONG)).rejects.toBeInstanceOf(OverloadedError);
  await expect(waiting).rejects.toBeInstanceOf(OverloadedError);
  expect(places.countWaiting()).toBe(0);
  places.free();
  await places.take({ waitMs: 0 });
});

test('who hangs up leaves the line at once, and takes no place', async () => {
  const places = makePlaces(1, 2);
  await places.take(LONG);
  const hangUp = new AbortController();
  const left = places.take({ ...LONG, signal: hangUp.signal });
  const stayed = places.take(LONG);
  hangUp.abort();
  expect(places.countWaiting()).toBe(1);
  await expect(left).rejects.toBeInstanceOf(DeadlineError);
  places.free();
  await stayed;
  await expect(places.take({ ...LONG, signal: hangUp.signal })).rejects.toBeInstanceOf(DeadlineError);
  // One is working: nothing is free before it is done.
  const next = places.take(LONG);
  expect(places.countWaiting()).toBe(1);
  places.free();
  await next;
  expect(places.countWaiting()).toBe(0);
});
