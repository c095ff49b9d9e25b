import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { BUNDLES, EXPLORER, readSources } from './sources.js';

/**
 * Returns the files of the explorer by their names. A server that runs from a bundle takes those of its bundle, although the sources may have changed
 * since. Without a bundle they are made from the sources as they are now.
 *
 * @param {string} folder the explorer's folder in the bundle, or its sources
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>}
 */
export const openExplorer = async (folder) => {
  if (existsSync(join(folder, 'main.js'))) return readFiles(folder);
  const sources = readSources();
  const bundled = join(BUNDLES, sources.digest, EXPLORER);
  if (existsSync(bundled)) return readFiles(bundled);
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
