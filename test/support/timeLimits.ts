/**
 * The longest time that a test waits for an event that must happen. It is far more than a busy machine needs, so that the result does not
 * depend on the load, and half of jest's `testTimeout`, so that a failed wait is reported before the test times out.
 */
export const LONG_WAIT_MS = 300_000;

/** Longer than any test. */
export const HOUR_MS = 3_600_000;

/** The deadline of statements in tests that are not about deadlines. */
export const NO_DEADLINE_MS = 2 * LONG_WAIT_MS;

/** The limits of a database in tests that are not about limits. */
export const PATIENT = {
  deadlineMs: NO_DEADLINE_MS,
  maxWaitMs: NO_DEADLINE_MS,
  lockTimeoutMs: NO_DEADLINE_MS,
} as const;
