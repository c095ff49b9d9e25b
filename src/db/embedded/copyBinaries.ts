import {
  chmod,
  constants,
  copyFile,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';

import { completeBinaries } from './completeBinaries.ts';
import { makeOpenFolder } from './getDataLocation.ts';

/**
 * Copies a folder of Postgres binaries to where every user can run them; 60 MB. A copy that exists is kept.
 *
 * The copy is built beside its place and renamed, so that it is whole or absent; of two processes that copy at once the
 * second to finish discards its own. Modes are set, not copied: an install under umask 077 would stay closed to others.
 */
export const copyBinaries = async (from: string, to: string, onStart: () => void): Promise<void> => {
  if (await isFolder(to)) return;
  onStart();
  await makeOpenFolder(join(to, '..'));
  const staging = `${to}.copy-${process.pid}`;
  try {
    await rm(staging, { recursive: true, force: true });
    await copyFolder(from, staging);
    await completeBinaries(staging);
    await rename(staging, to);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await isFolder(to))) throw error;
  }
};

const copyFolder = async (from: string, to: string): Promise<void> => {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await chmod(target, 0o755);
    }
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
