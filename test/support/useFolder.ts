import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from '@jest/globals';

/** Makes a temporary folder for the tests of a file, and removes it after them. */
export const useFolder = (name: string): (() => string) => {
  let folder: string | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `sessionscope-${name}-`));
  });
  afterAll(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });
  return () => {
    if (folder === undefined) throw new Error('The folder only exists during tests.');
    return folder;
  };
};
