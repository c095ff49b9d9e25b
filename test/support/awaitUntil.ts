import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 10_000;

/** Waits until something is the case; fails, with its description, after ten seconds. */
export const awaitUntil = async (description: string, holds: () => Promise<boolean>): Promise<void> => {
  const deadlineMs = Date.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (Date.now() > deadlineMs) throw new Error(`After ten seconds it is not so that ${description}.`);
    await sleep(20);
  }
};
