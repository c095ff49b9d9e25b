import { basename, extname } from 'node:path';

import { build } from 'esbuild';

import { ROOT } from './sources.js';

/** @import { Loader, Plugin } from 'esbuild' */
/** @import { Sources } from './sources.js' */

/** @type {Readonly<Record<string, Loader>>} */
const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.css': 'css' };

/**
 * Bundles the explorer, the web page at `/`, with its packages: `main.js`, `main.css`, and a chunk for each part that is loaded later.
 * Takes a third of a second. Returns the files by their names.
 *
 * @param {Sources} sources
 * @returns {Promise<ReadonlyMap<string, Uint8Array>>}
 */
export const bundleExplorer = async ({ files }) => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/explorer/main.tsx'],
    outdir: 'explorer',
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
    plugins: [takeSources(files)],
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
};

/**
 * Takes the sources as they were read, because one may have changed since.
 *
 * @param {Sources['files']} files
 * @returns {Plugin}
 */
const takeSources = (files) => ({
  name: 'take-sources',
  setup: (building) => {
    building.onLoad({ filter: /[\\/]src[\\/]explorer[\\/]/ }, ({ path }) => {
      const contents = files.get(path);
      const loader = LOADERS[extname(path)];
      return contents === undefined || loader === undefined ? undefined : { contents, loader };
    });
  },
});
