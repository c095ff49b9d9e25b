import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError, hasCode } from './EmbeddedError.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';

const FAST_TIMEOUT_MS = 60_000;
const IMMEDIATE_TIMEOUT_MS = 10_000;
const POLL_MS = 20;

/**
 * Stops a Postgres and waits until its process is gone; nothing to do when it is gone already.
 *
 * SIGINT is Postgres' fast shutdown: transactions are rolled back, connections closed, a checkpoint written. Should that
 * take more than a minute, SIGQUIT stops it at once, and the next start recovers from the WAL; no data is lost.
 *
 * @throws EmbeddedError STOP_FAILED when the process outlives both.
 */
export const stopPostmaster = async (
  postmaster: ProcessIdentity,
  log: (message: string) => void,
): Promise<void> => {
  if (await isGoneAfter(postmaster, 'SIGINT', FAST_TIMEOUT_MS)) return;
  log('Postgres has not shut down within a minute and is stopped at once; its next start recovers.');
  if (await isGoneAfter(postmaster, 'SIGQUIT', IMMEDIATE_TIMEOUT_MS)) return;
  throw new EmbeddedError(
    'STOP_FAILED',
    `Postgres (process ${postmaster.pid}) does not stop; its disk may be hanging. End it before the next start.`,
  );
};

const isGoneAfter = async (
  postmaster: ProcessIdentity,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<boolean> => {
  // Asked again here, since a pid that is free by now may be given to any process.
  if (!(await isRunning(postmaster))) return true;
  sendSignal(postmaster.pid, signal);
  const deadlineMs = Date.now() + timeoutMs;
  while (Date.now() < deadlineMs) {
    if (!(await isRunning(postmaster))) return true;
    await sleep(POLL_MS);
  }
  return false;
};

/** Sends a signal to a process, unless it is gone. */
export const sendSignal = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
};
