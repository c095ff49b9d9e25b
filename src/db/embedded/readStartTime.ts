import { readFile } from 'node:fs/promises';
import { platform } from 'node:process';

import { hasCode } from './EmbeddedError.ts';
import { runProgram } from './runProgram.ts';

const UNKNOWN = 'unknown';

/** Identifies a process, as opposed to a later one with the same pid. `startTime` is opaque. */
export type ProcessIdentity = { readonly pid: number; readonly startTime: string };

/**
 * Returns the start time of a process as opaque text, which differs for later processes with the same pid; null if it has ended.
 *
 * A pid alone proves little: after a reboot or in a restarted container, another process soon has it. Linux counts the start in ticks since
 * boot, so the id of the boot is part of the text; elsewhere `ps` reports the second, in UTC. If the time is not available (Windows, or a
 * /proc that hides other users), it is "unknown", which equals every start time.
 */
export const readStartTime = async (pid: number): Promise<string | null> => {
  const stat = platform === 'linux' ? await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null) : null;
  if (stat !== null) return parseProcessStat(stat);
  if (!takesSignals(pid)) return null;
  if (platform === 'linux' || platform === 'win32') return UNKNOWN;
  const { exitCode, output } = await runProgram('ps', ['-o', 'lstart=', '-p', String(pid)], null);
  return exitCode === 0 ? output.trim().replaceAll(/\W+/g, '.') : null;
};

/** Whether the process is still running. A zombie is not. */
export const isRunning = async ({ pid, startTime }: ProcessIdentity): Promise<boolean> => {
  const current = await readStartTime(pid);
  return current !== null && (current === startTime || current === UNKNOWN || startTime === UNKNOWN);
};

const parseProcessStat = async (stat: string): Promise<string | null> => {
  // The second field is the name of the program in brackets, which may contain spaces and brackets.
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
