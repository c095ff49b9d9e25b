import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

/** The package of a path, or the folder in src: `preact`, `src/explorer`. */
const originOf = (path: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');

test('browsers load only the sources of the explorer and two packages, and nothing of the server', async () => {
  const { metafile } = await build({
    entryPoints: ['src/explorer/main.tsx'],
    outdir: 'explorer',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
  });
  const origins = new Set(Object.keys(metafile.inputs).map(originOf));
  expect([...origins].toSorted()).toEqual(['preact', 'src/explorer', 'uplot']);
});
