import { setTimeout as sleep } from 'node:timers/promises';

/** How long to go on trying what may succeed later. */
export type RetryPolicy = {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** From the first try of a batch until it is given up. */
  readonly budgetMs: number;
};

/** Budgets of a minute come back within minutes; who asks for more than that means something else. */
const MAX_PACE_MS = 300_000;

export const DEFAULT_RETRY: RetryPolicy = { firstDelayMs: 250, maxDelayMs: 10_000, budgetMs: 60_000 };

/**
 * A try that failed: the how manieth (from 0), when the first began, and how long the server asked to wait. `isPaced`: because the
 * caller's budget is spent for now, which is no reason to give up.
 */
export type FailedAttempt = {
  readonly isPaced: boolean;
  readonly attempt: number;
  readonly startedMs: number;
  readonly retryAfterMs: number;
};

/**
 * Waits before the next try: exponential backoff with jitter, and at least as long as the server asked.
 *
 * @returns false, at once, when the wait would pass the budget (not when the server paces us, for minutes at most); and when the
 * signal aborts.
 */
export const waitBeforeRetry = async (
  policy: RetryPolicy,
  { attempt, startedMs, retryAfterMs, isPaced }: FailedAttempt,
  signal: AbortSignal,
): Promise<boolean> => {
  const backoffMs = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** attempt);
  // Half to all of it, so that batches that failed together do not come back together.
  const delayMs = Math.max(retryAfterMs, backoffMs * (0.5 + Math.random() / 2));
  const isWithin = performance.now() - startedMs + delayMs <= policy.budgetMs;
  if (!isWithin && !(isPaced && retryAfterMs <= MAX_PACE_MS)) return false;
  return sleep(delayMs, true, { signal }).catch(() => false);
};
