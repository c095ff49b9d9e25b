import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { hasCode } from './EmbeddedError.ts';

const PROGRAMS = ['initdb', 'postgres'] as const;
const PREFIX = 'native/';

/** One symbolic link that npm's archive could not hold; both paths start with `native/`. */
type Link = { readonly source: string; readonly target: string };

/**
 * Does what the install script of the npm package does, because npm can be told not to run such scripts: makes the
 * symbolic links between libraries listed in `pg-symlinks.json`. Also makes the programs executable.
 *
 * @returns whether the folder is complete; false when something is missing and we may not write there.
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

/** Another process may be doing the same. */
const ignoreExisting = (error: unknown): void => {
  if (!hasCode(error, 'EEXIST')) throw error;
};
