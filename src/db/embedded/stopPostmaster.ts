import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError, hasCode } from './EmbeddedError.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';

const FAST_TIMEOUT_MS = 60_000;
const IMMEDIATE_TIMEOUT_MS = 10_000;
const POLL_MS = 20;

/**
 * Stops a Postgres and waits until its process is gone. Does nothing if it is gone already.
 *
 * SIGINT is the fast shutdown of Postgres: it rolls back transactions, closes connections and writes a checkpoint. If that takes more than
 * a minute, SIGQUIT stops it immediately, and the next start recovers from the WAL; no data is lost.
 *
 * @throws EmbeddedError STOP_FAILED if the process survives both.
 */
export const stopPostmaster = async (
  postmaster: ProcessIdentity,
  log: (message: string) => void,
): Promise<void> => {
  if (await isGoneAfter(postmaster, 'SIGINT', FAST_TIMEOUT_MS)) return;
  log(
    'Postgres has not shut down within a minute and is stopped immediately; the next start recovers its data.',
  );
  if (await isGoneAfter(postmaster, 'SIGQUIT', IMMEDIATE_TIMEOUT_MS)) return;
  throw new EmbeddedError(
    'STOP_FAILED',
    `Postgres (process ${postmaster.pid}) does not stop; its disk may not respond. End the process before the next start.`,
  );
};

const isGoneAfter = async (
  postmaster: ProcessIdentity,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<boolean> => {
  // Checked again, because a free pid may be given to any process.
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
