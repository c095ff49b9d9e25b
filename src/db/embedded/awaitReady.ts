import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError } from './EmbeddedError.ts';
import { type PidFile, readPidFile } from './readPidFile.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';

const SILENCE_TIMEOUT_MS = 60_000;
const NOTICE_INTERVAL_MS = 10_000;
const POLL_MS = 20;

/**
 * Waits until a Postgres says that it takes connections; null when it ends or begins to stop instead.
 *
 * Recovery after a crash may take minutes, so there is no deadline while Postgres says that it is starting, only a
 * notice every ten seconds. Asking its pid file rather than its port means that the password is never sent to a stranger
 * who took the port first.
 *
 * @throws EmbeddedError START_FAILED when it says nothing for a minute.
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
      throw new EmbeddedError('START_FAILED', 'Postgres was started and has said nothing for a minute.');
    }
    if (nowMs > nextNoticeMs) {
      log(
        `Postgres is still starting, after ${Math.round((nowMs - startMs) / 1000)} s; it may be recovering from a crash.`,
      );
      nextNoticeMs = nowMs + NOTICE_INTERVAL_MS;
    }
    await sleep(POLL_MS);
  }
};
