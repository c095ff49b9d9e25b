import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError } from './EmbeddedError.ts';
import { type PidFile, readPidFile } from './readPidFile.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';

const SILENCE_TIMEOUT_MS = 60_000;
const NOTICE_INTERVAL_MS = 10_000;
/** Short at first, because most starts take 0.1 s; then longer, because each check costs a process where there is no /proc. */
const [POLL_MS, SLOW_POLL_MS, SLOW_AFTER_MS] = [20, 200, 3_000];

/**
 * Waits until a Postgres reports that it accepts connections; null if it ends or begins to stop instead.
 *
 * Recovery after a crash may take minutes, so there is no deadline while Postgres reports that it is starting, only a message every ten
 * seconds. The state is read from its pid file rather than by connecting to its port, so that the password is never sent to another program
 * that took the port first.
 *
 * @throws EmbeddedError START_FAILED if it does not report its state for a minute.
 */
export const awaitReady = async (
  cluster: string,
  postmaster: ProcessIdentity,
  log: (message: string) => void,
): Promise<PidFile | null> => {
  const startMs = Date.now();
  let nextNoticeMs = startMs + NOTICE_INTERVAL_MS;
  for (;;) {
    const pidFile = await readPidFile(cluster);
    const isOurs = pidFile?.pid === postmaster.pid;
    if (isOurs && pidFile.status === 'READY') return pidFile;
    if (isOurs && pidFile.status === 'STOPPING') return null;
    if (!(await isRunning(postmaster))) return null;
    const nowMs = Date.now();
    if (!isOurs && nowMs > startMs + SILENCE_TIMEOUT_MS) {
      throw new EmbeddedError(
        'START_FAILED',
        'Postgres was started but has not reported its state for a minute.',
      );
    }
    if (nowMs > nextNoticeMs) {
      log(
        `Postgres is still starting, after ${Math.round((nowMs - startMs) / 1000)} s; it may be recovering from a crash.`,
      );
      nextNoticeMs = nowMs + NOTICE_INTERVAL_MS;
    }
    await sleep(nowMs - startMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS);
  }
};
