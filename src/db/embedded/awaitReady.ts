import { setTimeout as sleep } from 'node:timers/promises';

import { EmbeddedError } from './EmbeddedError.ts';
import { type PidFile, readPidFile } from './readPidFile.ts';
import { isRunning, type ProcessIdentity } from './readStartTime.ts';

const SILENCE_TIMEOUT_MS = 60_000;
const NOTICE_INTERVAL_MS = 10_000;
/** Often at first, since most starts take 0.1 s; then seldom, since a look costs a process where there is no /proc. */
const [POLL_MS, SLOW_POLL_MS, SLOW_AFTER_MS] = [20, 200, 3_000];

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
    await sleep(nowMs - startMs < SLOW_AFTER_MS ? POLL_MS : SLOW_POLL_MS);
  }
};
