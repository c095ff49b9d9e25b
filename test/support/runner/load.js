import { register } from 'node:module';

// `node --import` loads this module first in each process of a test run. Node then loads TypeScript.
register('./hooks.js', import.meta.url);
