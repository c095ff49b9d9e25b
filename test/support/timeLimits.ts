/**
 * The longest time that a test waits for an event that must happen. It is far more than a busy machine needs, so that the result does not
 * depend on the load, and half of jest's `testTimeout`, so that a failed wait is reported before the test times out.
 */
export const LONG_WAIT_MS = 300_000;

/** The deadline of statements in tests that are not about deadlines. */
export const NO_DEADLINE_MS = 2 * LONG_WAIT_MS;
