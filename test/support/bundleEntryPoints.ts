import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

import { ENTRY_POINTS } from './entryPoints.ts';

/** Each module keeps the address of its source file, from which it finds schema.graphql, the migrations and packages. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  setup: (building) => {
    building.onLoad({ filter: /[\\/](src|test)[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const address = JSON.stringify(pathToFileURL(path).href);
      return { loader: 'ts', contents: source.replaceAll('import.meta.url', address) };
    });
  },
};

/**
 * Bundles each entry point with its packages, once per test run, and passes the folder to the tests in an environment variable.
 *
 * A process that a test starts then needs 0.6 s of CPU time; with tsx, which loads 500 source files, it needs 2.8 s. The tests of
 * the package's bin (test/cli.test.ts) start processes with tsx, as users do.
 */
export const bundleEntryPoints = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-bundles-'));
  // Some processes run as another user.
  await chmod(folder, 0o755);
  const here = JSON.stringify(pathToFileURL(resolve('package.json')).href);
  await build({
    entryPoints: ENTRY_POINTS,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [keepAddresses],
    logLevel: 'error',
    // CommonJS packages call require for the modules of Node.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(${here});`,
    },
  });
  process.env['TEST_BUNDLES'] = folder;
};
