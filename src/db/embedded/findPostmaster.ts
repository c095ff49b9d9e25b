import { readFile, readlink, realpath, readdir } from 'node:fs/promises';
import { basename } from 'node:path';

import { type PidFile, readPidFile } from './readPidFile.ts';
import { type ProcessIdentity, readStartTime } from './readStartTime.ts';
import { runProgram } from './runProgram.ts';
import { sendSignal } from './stopPostmaster.ts';

/** A Postgres that runs on a cluster, as last described by its pid file. */
export type Postmaster = PidFile & ProcessIdentity;

/**
 * Finds the Postgres that already runs on a cluster. Its server was killed, because the caller holds the lock of the folder.
 *
 * A pid file survives a kill -9 and a power failure, and another process may have its pid by now. So this checks whether that process is a
 * Postgres that works in this folder.
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
    // The process is gone, or belongs to another user; Postgres runs only as the owner of its folder.
    return false;
  }
};

/**
 * Ends the processes that a postmaster left behind when it was killed with -9. Each continues until it next waits, and a new Postgres does
 * not start before the last one is gone. Nothing is lost: their commits are in the WAL, and anything else was not acknowledged.
 *
 * Only on Linux, where the folder of a process can be read; elsewhere the next start waits for them. Does nothing while a postmaster runs.
 */
export const endOrphans = async (cluster: string, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> => {
  if (process.platform !== 'linux' || (await findPostmaster(cluster)) !== null) return;
  const folder = await realpath(cluster);
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await isChildIn(name, folder))) sendSignal(Number(name), signal);
  }
};

/** Whether a process is a child of a postmaster that works in this folder: only children change their title in this way. */
const isChildIn = async (pid: string, folder: string): Promise<boolean> => {
  try {
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return title.startsWith('postgres: ') && (await readlink(`/proc/${pid}/cwd`)) === folder;
  } catch {
    // The process belongs to another user or is gone.
    return false;
  }
};
