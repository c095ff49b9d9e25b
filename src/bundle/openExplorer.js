import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { BUNDLES, EXPLORER, readSources } from './sources.js';

/**
 * Returns the files of the explorer by their names: from the bundle of the sources as they are now, or, where there is none, newly made.
 *
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>}
 */
export const openExplorer = async () => {
  const sources = readSources();
  const folder = join(BUNDLES, sources.digest, EXPLORER);
  if (existsSync(folder)) return readFiles(folder);
  // esbuild takes time to load.
  const [{ bundleExplorer }, { stop }] = await Promise.all([
    import('./bundleExplorer.js'),
    import('esbuild'),
  ]);
  try {
    return await bundleExplorer(sources);
  } finally {
    await stop();
  }
};

/** @param {string} folder */
const readFiles = async (folder) =>
  new Map(
    await Promise.all(
      (await readdir(folder)).map(
        /** @returns {Promise<[string, Uint8Array]>} */
        async (name) => [name, await readFile(join(folder, name))],
      ),
    ),
  );
