import { readdir, readFile, readlink, realpath } from 'node:fs/promises';

import { findPostmaster } from './findPostmaster.ts';
import { sendSignal } from './stopPostmaster.ts';

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
