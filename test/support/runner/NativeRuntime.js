import { pathToFileURL } from 'node:url';

import Runtime from 'jest-runtime';

import { setGlobals } from './globals.js';

/** The matchers compare these by identity. */
const CLASSES = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function',
);

let fileCount = 0;

/**
 * jest's runtime, except that Node itself loads the test files and what they import; jest's sandbox contains jest's own code only.
 *
 * The sandbox takes twice the CPU time and loads each module once for each test file. Here a worker loads each module of src and of
 * the packages once, so test files share their state and the global objects.
 */
export default class NativeRuntime extends Runtime {
  #globals;

  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    for (const name of CLASSES) environment.global[name] = globalThis[name];
  }

  setGlobalsForRuntime(globals) {
    this.#globals = { ...globals, jest: this.jestGlobals.jestObjectFor(this.testPath) };
    super.setGlobalsForRuntime(globals);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** Loads a test file, which runs each time that it is loaded. */
  async unstable_importModule(path) {
    if (this.#globals !== undefined) setGlobals(this.#globals);
    fileCount += 1;
    await import(`${pathToFileURL(path).href}?file=${fileCount}`);
  }
}
