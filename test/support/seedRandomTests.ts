import fc from 'fast-check';

import { DEPTH, samples, SEED } from './samples.ts';

const DEFAULT_SAMPLES = 100;

// Runs before each test file. Sets the seed of all random tests and, in deep runs, more samples for those that do not set their number.
fc.configureGlobal({ seed: SEED, ...(DEPTH > 1 ? samples(DEFAULT_SAMPLES) : {}) });
