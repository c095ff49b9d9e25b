import { setTimeout as sleep } from 'node:timers/promises';

/** How long to retry a request that may succeed later. */
export type RetryPolicy = {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** The time from the first attempt to send a batch until it is given up. */
  readonly budgetMs: number;
};

/** A budget per minute is refilled within minutes, so a server that demands a longer wait has another reason. */
const MAX_PACE_MS = 300_000;

export const DEFAULT_RETRY: RetryPolicy = { firstDelayMs: 250, maxDelayMs: 10_000, budgetMs: 60_000 };

/**
 * A failed attempt: its number, starting at 0, the start of the first attempt, and how long the server asked to wait. `isPaced`: it failed because
 * the caller's budget is spent for now, which is not a reason to give up.
 */
export type FailedAttempt = {
  readonly isPaced: boolean;
  readonly attempt: number;
  readonly startedMs: number;
  readonly retryAfterMs: number;
};

/**
 * Waits before the next attempt: exponential backoff with jitter, and at least as long as the server asked.
 *
 * @returns false, without waiting, when the wait would exceed the budget, unless the server limits the rate and asks for a few minutes at most;
 * also false when the signal aborts.
 */
export const waitBeforeRetry = async (
  policy: RetryPolicy,
  { attempt, startedMs, retryAfterMs, isPaced }: FailedAttempt,
  signal: AbortSignal,
): Promise<boolean> => {
  const backoffMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** attempt);
  // 50 to 100 % of the backoff, so that batches that failed together are not retried together.
  const delayMs = Math.max(retryAfterMs, backoffMs * (0.5 + Math.random() / 2));
  const isWithin = performance.now() - startedMs + delayMs <= policy.budgetMs;
  if (!isWithin && !(isPaced && retryAfterMs <= MAX_PACE_MS)) return false;
  return sleep(delayMs, true, { signal }).catch(() => false);
};
