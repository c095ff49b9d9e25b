import { readFile, readlink, realpath, readdir } from 'node:fs/promises';
import { basename } from 'node:path';

import { type PidFile, readPidFile } from './readPidFile.ts';
import { type ProcessIdentity, readStartTime } from './readStartTime.ts';
import { runProgram } from './runProgram.ts';
import { sendSignal } from './stopPostmaster.ts';

/** A Postgres that runs on a cluster, as its pid file last described it. */
export type Postmaster = PidFile & ProcessIdentity;

/**
 * The Postgres that already runs on a cluster: one whose server was killed, since the lock says that no server minds it.
 *
 * A pid file outlives a kill -9 and a power cut, so its pid may be anybody's by now; what counts is whether that process
 * is a Postgres that works in this folder.
 */
export const findPostmaster = async (cluster: string): Promise<Postmaster | null> => {
  const pidFile = await readPidFile(cluster);
  if (pidFile === null) return null;
  const startTime = await readStartTime(pidFile.pid);
  if (startTime === null || !(await worksIn(pidFile.pid, cluster))) return null;
  return { ...pidFile, startTime };
};

const worksIn = async (pid: number, cluster: string): Promise<boolean> => {
  if (process.platform === 'win32') return true;
  const folder = await realpath(cluster);
  if (process.platform !== 'linux') {
    const { output } = await runProgram('ps', ['-ww', '-o', 'command=', '-p', String(pid)], null);
    return output.includes('postgres') && (output.includes(folder) || output.includes(cluster));
  }
  try {
    const [program = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    return basename(program).startsWith('postgres') && (await readlink(`/proc/${pid}/cwd`)) === folder;
  } catch {
    // Not ours to look at, so of another user, and Postgres runs only as the owner of its folder; or gone.
    return false;
  }
};

/**
 * Ends the processes that a postmaster left behind when it was killed with -9: each works on until it next waits, and a new Postgres does not
 * start before the last one is gone. That loses nothing: what they committed is in the WAL, and the rest was acknowledged to nobody.
 *
 * On Linux alone, where a process tells in which folder it works; elsewhere they are waited for. Does nothing while a postmaster runs.
 */
export const endOrphans = async (cluster: string, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> => {
  if (process.platform !== 'linux' || (await findPostmaster(cluster)) !== null) return;
  const folder = await realpath(cluster);
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await isChildIn(name, folder))) sendSignal(Number(name), signal);
  }
};

/** Whether a process is a child of some postmaster that works in this folder: only children change their title so. */
const isChildIn = async (pid: string, folder: string): Promise<boolean> => {
  try {
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return title.startsWith('postgres: ') && (await readlink(`/proc/${pid}/cwd`)) === folder;
  } catch {
    // Of another user, or gone.
    return false;
  }
};
