import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

import { STANDARD_INPUT } from './openInput.ts';

/** What was found before anything is read. */
export type CheckedFiles = {
  /** One line for each file that cannot be read. */
  readonly problems: readonly string[];
  /** The size of all files; null when standard input is among them. */
  readonly totalBytes: number | null;
};

/** Checks that every file can be read, so that a mistyped name is told before half of the others are sent. */
export const checkFiles = async (files: readonly string[]): Promise<CheckedFiles> => {
  const checked = await Promise.all(files.map(checkFile));
  const problems = checked.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  const totalBytes = files.includes(STANDARD_INPUT)
    ? null
    : checked.reduce((sum, { bytes }) => sum + bytes, 0);
  return { problems, totalBytes };
};

type Checked = { readonly problem: string | null; readonly bytes: number };

const checkFile = async (file: string): Promise<Checked> => {
  if (file === STANDARD_INPUT) return { problem: null, bytes: 0 };
  try {
    const status = await stat(file);
    if (status.isDirectory()) return { problem: `${file} is a folder; name the files in it`, bytes: 0 };
    await access(file, constants.R_OK);
    return { problem: null, bytes: status.size };
  } catch (error) {
    return { problem: `${file} ${describe(error)}`, bytes: 0 };
  }
};

const describe = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' ? 'may not be read (permission denied)' : `cannot be read: ${String(error)}`;
};
