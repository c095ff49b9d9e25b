import { createRequire } from 'node:module';

/** The version of this package, from package.json. */
export const VERSION: string = (
  createRequire(import.meta.url)('../../package.json') as { readonly version: string }
).version;
