import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import swc from '@swc/wasm-typescript';

const RUNNER = new URL('.', import.meta.url).href;
const TESTS = new URL('../..', import.meta.url).href;

/**
 * Gives each test file its own instances of the modules in test, which may have state and register hooks of jest, and of @jest/globals.
 * NativeRuntime numbers the test files: test/a.test.ts?file=1 imports test/support/b.ts?file=1.
 */
export const resolve = async (specifier, context, nextResolve) => {
  const query = /[?]file=\d+$/.exec(context.parentURL ?? '')?.[0];
  if (query === undefined) return nextResolve(specifier, context);
  if (specifier === '@jest/globals')
    return { url: `${RUNNER}globals.js${query}`, format: 'module', shortCircuit: true };
  const resolved = await nextResolve(specifier, context);
  const isOfTests = resolved.url.startsWith(TESTS) && !resolved.url.startsWith(RUNNER);
  return isOfTests ? { ...resolved, url: `${resolved.url}${query}` } : resolved;
};

/** The JavaScript of each file: test files import the same modules in test, each its own instances. */
const codes = new Map();

export const load = async (url, context, nextLoad) => {
  if (!/^file:.*[.]ts([?]|$)/.test(url)) return nextLoad(url, context);
  const path = fileURLToPath(url);
  if (!codes.has(path)) codes.set(path, await stripTypes(path));
  return { format: 'module', source: codes.get(path), shortCircuit: true };
};

/** Replaces the types of a TypeScript module with blanks, so that every line and column stays where it is. */
const stripTypes = async (path) => {
  const source = await readFile(path, 'utf8');
  return swc.transformSync(source, { mode: 'strip-only', module: true }).code;
};
