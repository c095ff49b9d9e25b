import { setTimeout as sleep } from 'node:timers/promises';

import { LONG_WAIT_MS } from './timeLimits.ts';

const POLL_MS = 20;

/** Waits until something is the case; fails, with its description, when it never is. */
export const awaitUntil = async (description: string, holds: () => Promise<boolean>): Promise<void> => {
  const deadlineMs = Date.now() + LONG_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > deadlineMs) {
      throw new Error(`After ${LONG_WAIT_MS / 1000} s it is not so that ${description}.`);
    }
    await sleep(POLL_MS);
  }
};
