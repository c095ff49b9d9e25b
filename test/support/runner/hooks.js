import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import swc from '@swc/wasm-typescript';

const GLOBALS = new URL('globals.js', import.meta.url).href;

/** Resolves @jest/globals to the module that has the `test`, `expect` and so on of the current test file. */
export const resolve = (specifier, context, nextResolve) =>
  specifier === '@jest/globals'
    ? { url: GLOBALS, format: 'module', shortCircuit: true }
    : nextResolve(specifier, context);

/** Replaces the types of a TypeScript module with blanks, so that every line and column stays where it is. */
export const load = async (url, context, nextLoad) => {
  if (!/^file:.*[.]ts([?]|$)/.test(url)) return nextLoad(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const { code } = swc.transformSync(source, { mode: 'strip-only', module: true });
  return { format: 'module', source: code, shortCircuit: true };
};
