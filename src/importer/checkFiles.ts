import { constants } from 'node:fs';
import { access, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { STANDARD_INPUT } from './read/openInput.ts';

/** The result of the check before anything is read. */
export type CheckedFiles = {
  /** All files; folders are replaced by their files. */
  readonly files: readonly string[];
  /** One line per file or folder of the command line that cannot be read. */
  readonly problems: readonly string[];
  /** One line per file or folder inside those that cannot be read; these are left out. */
  readonly leftOut: readonly string[];
  /** Files without any content. */
  readonly empty: readonly string[];
  /** The size of all files; null when standard input is among them. */
  readonly totalBytes: number | null;
};

/**
 * Checks that every file can be read, so that a mistyped name is reported before other files are sent, and lists the files of folders and of
 * their subfolders, sorted by name. Names that begin with a dot are left out, and links to folders are not followed.
 */
export const checkFiles = async (paths: readonly string[]): Promise<CheckedFiles> => {
  const found = await Promise.all(paths.map(checkPath));
  const checked = found.flatMap((files, index) =>
    files.length === 0 ? [withoutFiles(paths[index])] : files,
  );
  const good = checked.filter(({ problem }) => problem === null);
  const describeBad = (isNamed: boolean): readonly string[] =>
    checked.flatMap(({ file, problem }) =>
      problem !== null && paths.includes(file) === isNamed ? [`${file} ${problem}`] : [],
    );
  return {
    files: good.map(({ file }) => file),
    problems: describeBad(true),
    leftOut: describeBad(false),
    empty: good.filter(({ bytes }) => bytes === 0).map(({ file }) => file),
    totalBytes: paths.includes(STANDARD_INPUT)
      ? null
      : checked.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
  };
};

type Checked = { readonly file: string; readonly problem: string | null; readonly bytes: number | null };

const withoutFiles = (file = ''): Checked => ({
  file,
  problem: 'is a folder without files',
  bytes: null,
});

const checkPath = async (file: string): Promise<readonly Checked[]> => {
  if (file === STANDARD_INPUT) return [{ file, problem: null, bytes: null }];
  try {
    const status = await stat(file);
    if (status.isDirectory()) return await checkFolder(file);
    await (status.isFile() ? tryOpen(file) : access(file, constants.R_OK));
    return [{ file, problem: null, bytes: status.isFile() ? status.size : null }];
  } catch (error) {
    return [{ file, problem: describe(error), bytes: null }];
  }
};

/** Opens a file, which checks exactly the rights that reading needs. Not for pipes and other special files: opening one may wait for a writer. */
const tryOpen = async (file: string): Promise<void> => (await open(file)).close();

const checkFolder = async (folder: string): Promise<readonly Checked[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : null;
    if (target?.isDirectory() !== true) paths.push(path);
  }
  return (await Promise.all(paths.map(checkPath))).flat();
};

const describe = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' ? 'cannot be read (permission denied)' : `cannot be read: ${String(error)}`;
};
