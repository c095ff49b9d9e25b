import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

import { build, stop } from 'esbuild';

import { bundleExplorer } from './bundleExplorer.js';
import { ENTRY_POINTS } from './entryPoints.js';
import { EXPLORER, ROOT } from './sources.js';

/** @import { Plugin } from 'esbuild' */
/** @import { Sources } from './sources.js' */

/** Older bundles are kept for servers that still run and load the rest of their code later. */
const KEPT = 3;

/**
 * Bundles the sources into a folder, in about half a second: the entry points and what they share, with source maps. Packages are not part of them,
 * so that an update of a package cannot make them stale. The explorer, which browsers load, is a folder of its own and contains its packages.
 *
 * The bundle is made beside its destination, written to disk and renamed, so that it is either complete or absent, also after a power failure. Of
 * two processes that make it at the same time, the second discards its own.
 *
 * @param {Sources} sources
 * @param {string} folder
 */
export const makeBundle = async (sources, folder) => {
  const staging = `${folder}.${process.pid}`;
  try {
    await mkdir(staging, { recursive: true });
    await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRY_POINTS,
      outdir: staging,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // Stack traces name lines of the sources.
      sourcemap: true,
      sourcesContent: false,
      // A tsconfig.json above an installed package has no effect.
      tsconfigRaw: {},
      plugins: [useSources(sources.files)],
      logLevel: 'silent',
    });
    await writeExplorer(sources, join(staging, EXPLORER));
    await writeToDisk(staging);
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
    // Otherwise its process runs as long as this one.
    await stop();
  }
  // Another process may be removing them.
  await removeOldBundles(dirname(folder)).catch(() => undefined);
};

/**
 * Takes the sources as they were read, because one may have changed since. Replaces import.meta.url by the address of the source, from which
 * modules find the schema, the migrations and packages; the address of an entry point or of the explorer by that of its bundle. All are relative to
 * the bundle, so that the project's folder can be moved. Also leaves out the TypeScript loader of threads.
 *
 * @param {Sources['files']} files
 * @returns {Plugin}
 */
const useSources = (files) => ({
  name: 'use-sources',
  setup: (building) => {
    building.onLoad({ filter: /\.[jt]s$/, namespace: 'file' }, ({ path }) => {
      const text = files.get(path);
      if (text === undefined) throw new Error(`${path} was not there when the sources were read.`);
      return { loader: path.endsWith('.ts') ? 'ts' : 'js', contents: withBundledAddresses(text, path) };
    });
    building.onResolve({ filter: /^tsx\/esm\/api$/ }, () => ({ path: 'loader', namespace: 'none' }));
    building.onLoad({ filter: /^loader$/, namespace: 'none' }, () => ({
      contents: 'export const register = () => process.setSourceMapsEnabled(true);',
    }));
  },
});

/**
 * @param {string} text
 * @param {string} path
 */
const withBundledAddresses = (text, path) => {
  const own = `../../${relative(ROOT, path).split(sep).join('/')}`;
  /** @type {(match: string, target?: string) => string} */
  const replace = (match, target = '.') => {
    const bundled = bundleOf(resolve(dirname(path), target));
    if (bundled !== null) return `new URL('./${bundled}', import.meta.url)`;
    return match.replace('import.meta.url', `new URL(${JSON.stringify(own)}, import.meta.url).href`);
  };
  return text.replaceAll(/new URL\('([^']+)', import\.meta\.url\)|import\.meta\.url/g, replace);
};

/**
 * The path, in a bundle, of what is bundled separately.
 *
 * @param {string} path
 */
const bundleOf = (path) => {
  if (path === join(ROOT, 'src/explorer')) return `${EXPLORER}/`;
  const entryPoint = Object.entries(ENTRY_POINTS).find(([, source]) => resolve(ROOT, source) === path);
  return entryPoint === undefined ? null : `${entryPoint[0]}.mjs`;
};

/**
 * @param {Sources} sources
 * @param {string} folder
 */
const writeExplorer = async (sources, folder) => {
  await mkdir(folder);
  const files = await bundleExplorer(sources);
  await Promise.all([...files].map(async ([name, bytes]) => writeFile(join(folder, name), bytes)));
};

/** @param {string} folder */
const writeToDisk = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = await open(join(parentPath, name), 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }),
  );
};

/** @param {string} parent */
const removeOldBundles = async (parent) => {
  const folders = (await readdir(parent)).map((name) => join(parent, name));
  const dated = await Promise.all(
    folders.map(async (path) => ({ path, madeMs: (await stat(path)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.madeMs - a.madeMs).slice(KEPT);
  await Promise.all(old.map(async ({ path }) => rm(path, { recursive: true, force: true })));
};
