import { runSteps } from '../runSteps.ts';
import type { Position } from '../sessionEvent.ts';

import { makeQueue } from './makeQueue.ts';
import type { Queue } from './makeQueue.ts';

/** A login or an attempt: whose, and with which user, null when it is not known. */
export type Attempt = Position & {
  /** Microseconds since 1970 of its time. */
  readonly us: number;
  readonly key: string;
  readonly user: string | null;
  readonly isSuccess: boolean;
};

/** A success after failures of the same key. */
export type Breach<A extends Attempt> = {
  readonly success: A;
  readonly firstFailure: Position;
  readonly failureCount: number;
  /** How many different users the failures named. */
  readonly userCount: number;
};

export type BruteForceRule = {
  readonly windowUs: number;
  readonly least: number;
  /** Successes at this moment or later are looked at. */
  readonly fromUs: number;
};

/**
 * Finds successes with enough failures of the same key before them in (time, id), later than a window before them and since the key's previous
 * success: a success ends what was tried before it.
 *
 * In memory are the failures of one window's length.
 *
 * @returns what takes the attempts, ordered by (time, id). Wait for what is not null before the next call.
 */
export const foldBruteForce = <A extends Attempt>(
  { windowUs, least, fromUs }: BruteForceRule,
  onBreach: (breach: Breach<A>) => void,
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
      // A success has taken it with it.
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
