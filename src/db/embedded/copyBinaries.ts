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
 * Copies a folder of Postgres binaries (60 MB) to a place where every user can run them. Keeps an existing copy.
 *
 * The copy is built beside its destination and then renamed, so it is either complete or absent. If two processes copy concurrently, the
 * second one to finish deletes its own copy. Modes are set, not copied: after an installation under umask 077, other users could not read
 * the copy.
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
