/**
 * How long a test waits for something that is bound to happen. It is far more than a busy machine needs, so that a verdict does not
 * depend on the machine's load, and half of jest's `testTimeout`, so that the failure of a wait is told before the test ends.
 */
export const LONG_WAIT_MS = 300_000;

/** The deadline of statements in tests that are not about deadlines. */
export const NO_DEADLINE_MS = 2 * LONG_WAIT_MS;
