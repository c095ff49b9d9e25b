import { runSteps } from '../runSteps.ts';
import type { Position } from '../sessionEvent.ts';

import { makeQueue } from './makeQueue.ts';
import type { Queue } from './makeQueue.ts';

/** A successful or failed login. */
export type Attempt = Position & {
  /** Its time in microseconds since 1970. */
  readonly us: number;
  readonly key: string;
  /** Null when the user is unknown. */
  readonly user: string | null;
  readonly isSuccess: boolean;
};

/** A successful login after failed ones of the same key. */
export type SuccessAfterFailures<A extends Attempt> = {
  readonly success: A;
  readonly firstFailure: Position;
  readonly failureCount: number;
  /** How many different users the failed logins named. */
  readonly userCount: number;
};

/** Which successes count. */
export type BruteForceRule = {
  readonly windowUs: number;
  /** The least number of failures before a success. */
  readonly least: number;
  /** Only successes at or after this time are reported; earlier events only contribute failures. */
  readonly fromUs: number;
};

/**
 * Finds successes with enough failures of the same key before them. Failures count if they lie within the window before the success and
 * after the key's previous success.
 *
 * Keeps the failures of one window in memory.
 *
 * @returns a function that takes the attempts ordered by (time, id). If it returns a promise, await it before the next call.
 */
export const foldBruteForce = <A extends Attempt>(
  { windowUs, least, fromUs }: BruteForceRule,
  onBreach: (breach: SuccessAfterFailures<A>) => void,
): ((attempt: A) => Promise<void> | null) => {
  const failuresOf = new Map<string, Queue<A>>();
  const queue = makeQueue<A>();
  function* expire(nowUs: number): Generator<void, void> {
    for (
      let oldest = queue.oldest();
      oldest !== null && oldest.us <= nowUs - windowUs;
      oldest = queue.oldest()
    ) {
      yield;
      queue.take();
      const failures = failuresOf.get(oldest.key);
      // A success already removed it.
      if (failures?.oldest() !== oldest) continue;
      failures.take();
      if (failures.oldest() === null) failuresOf.delete(oldest.key);
    }
  }
  function* take(attempt: A): Generator<void, void> {
    yield* expire(attempt.us);
    const failures = failuresOf.get(attempt.key) ?? makeQueue<A>();
    if (!attempt.isSuccess) {
      failuresOf.set(attempt.key, failures);
      failures.put(attempt);
      queue.put(attempt);
      return;
    }
    failuresOf.delete(attempt.key);
    const firstFailure = failures.oldest();
    if (firstFailure === null || attempt.us < fromUs) return;
    const users = new Set<string>();
    let failureCount = 0;
    for (const { user } of failures.newestFirst()) {
      yield;
      failureCount += 1;
      if (user !== null) users.add(user);
    }
    if (failureCount < least) return;
    onBreach({ success: attempt, firstFailure, failureCount, userCount: users.size });
  }
  return (attempt) => runSteps(take(attempt));
};
