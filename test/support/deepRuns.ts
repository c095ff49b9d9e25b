import { DEPTH, samples } from './samples.ts';

const DEFAULT_SAMPLES = 100;

// Runs before each test file. Random tests that do not say how many samples they take get deep, too.
if (DEPTH > 1) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal(samples(DEFAULT_SAMPLES));
}
