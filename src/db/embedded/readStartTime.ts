import { readFile } from 'node:fs/promises';
import { platform } from 'node:process';

import { hasCode } from './EmbeddedError.ts';
import { runProgram } from './runProgram.ts';

const UNKNOWN = 'unknown';

/** One process, and not a later one that was given the same number. `startTime` is opaque. */
export type ProcessIdentity = { readonly pid: number; readonly startTime: string };

/**
 * When a process began, as opaque text that no later process of the same pid shares; null when it has ended.
 *
 * A bare pid proves little: after a reboot, or in a restarted container, it soon belongs to someone else. Linux counts
 * the start in ticks since boot, so the boot's id goes with it; elsewhere `ps` tells the second, in UTC. Where nothing is to be learnt (Windows, or a /proc that
 * hides other users) it is "unknown", which equals every start time.
 */
export const readStartTime = async (pid: number): Promise<string | null> => {
  const stat = platform === 'linux' ? await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null) : null;
  if (stat !== null) return parseProcessStat(stat);
  if (!takesSignals(pid)) return null;
  if (platform === 'linux' || platform === 'win32') return UNKNOWN;
  const { exitCode, output } = await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)], null);
  return exitCode === 0 ? output.trim().replaceAll(/\W+/g, '.') : null;
};

/** Whether the process still runs; a zombie does not. */
export const isRunning = async ({ pid, startTime }: ProcessIdentity): Promise<boolean> => {
  const current = await readStartTime(pid);
  return current !== null && (current === startTime || current === UNKNOWN || startTime === UNKNOWN);
};

const parseProcessStat = async (stat: string): Promise<string | null> => {
  // The second field is the program's name in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${bootId.slice(0, 8)}.${startTicks}`;
};

const takesSignals = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};
