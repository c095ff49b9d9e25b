import { setTimeout as sleep } from 'node:timers/promises';

import { LONG_WAIT_MS } from './timeLimits.ts';

const POLL_MS = 20;

/** Waits until a condition holds. Throws an error with its description if it does not hold in time. */
export const awaitUntil = async (description: string, holds: () => Promise<boolean>): Promise<void> => {
  const deadlineMs = Date.now() + LONG_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > deadlineMs) {
      throw new Error(`After ${LONG_WAIT_MS / 1000} s this still does not hold: ${description}.`);
    }
    await sleep(POLL_MS);
  }
};
