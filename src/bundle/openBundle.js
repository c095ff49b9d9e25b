import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { BUNDLES, readSources } from './sources.js';

/**
 * Returns the folder of the bundle of the sources as they are now, and makes it when it is missing: a bundle of other sources has another name.
 * Null when it cannot be stored, for example because another user owns the folder.
 *
 * @returns {Promise<string | null>}
 */
export const openBundle = async () => {
  const sources = readSources();
  const folder = join(BUNDLES, sources.digest);
  if (existsSync(folder)) return folder;
  // esbuild takes time to load.
  const { makeBundle } = await import('./makeBundle.js');
  try {
    await makeBundle(sources, folder);
    return folder;
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
};

/**
 * Whether the operating system refused an operation on a file. Mistakes in the sources have no code.
 *
 * @param {unknown} error
 */
const isOfFiles = (error) => error instanceof Error && 'code' in error && 'syscall' in error;
