import { LONG_WAIT_MS } from './timeLimits.ts';

/** The factor by which a run takes more samples than npm test; npm run test:deep sets it. */
export const DEPTH = Number(process.env['TEST_DEPTH'] ?? '1');

/** npm test draws the same samples in each run, so that unchanged code has one verdict; deep runs draw new ones. */
export const SEED = DEPTH > 1 ? Date.now() : 20_261_201;

type Samples = {
  readonly numRuns: number;
  readonly interruptAfterTimeLimit: number;
  readonly markInterruptAsFailure: true;
};

/**
 * The settings of a random test that takes this many samples in npm test. The limit ends the search for a smaller counterexample
 * in time for jest to report the smallest so far; a test that has not taken its samples by then fails.
 */
export const samples = (count: number): Samples => ({
  numRuns: count * DEPTH,
  interruptAfterTimeLimit: LONG_WAIT_MS * DEPTH,
  markInterruptAsFailure: true,
});
