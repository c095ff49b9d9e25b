import { DEPTH, samples } from './samples.ts';

const DEFAULT_SAMPLES = 100;

// Runs before each test file. Makes deep runs also take more samples in random tests that do not set their number.
if (DEPTH > 1) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal(samples(DEFAULT_SAMPLES));
}
