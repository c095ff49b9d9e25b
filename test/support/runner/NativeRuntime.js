import { pathToFileURL } from 'node:url';

import Runtime from 'jest-runtime';

import { setGlobals } from './currentGlobals.js';

/** The matchers compare these by identity. */
const CLASSES = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function',
);

let fileCount = 0;

/**
 * jest's runtime, except that Node itself loads the test files and the modules that they import. jest's sandbox contains only jest's own code,
 * since it takes twice the CPU time and loads every module again for each test file.
 *
 * A worker loads each module of src and of the packages once, so its test files share the state of those modules and the global objects. Modules
 * in test are loaded for each test file, see hooks.js.
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
