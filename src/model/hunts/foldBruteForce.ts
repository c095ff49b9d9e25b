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
 * @returns what takes the attempts, ordered by (time, id).
 */
export const foldBruteForce = <A extends Attempt>(
  { windowUs, least, fromUs }: BruteForceRule,
  onBreach: (breach: Breach<A>) => void,
): ((attempt: A) => void) => {
  const failuresOf = new Map<string, Queue<A>>();
  const queue = makeQueue<A>();
  const expire = (nowUs: number): void => {
    for (
      let oldest = queue.oldest();
      oldest !== null && oldest.us <= nowUs - windowUs;
      oldest = queue.oldest()
    ) {
      queue.take();
      const failures = failuresOf.get(oldest.key);
      // A success has taken it with it.
      if (failures?.oldest() !== oldest) continue;
      failures.take();
      if (failures.oldest() === null) failuresOf.delete(oldest.key);
    }
  };
  return (attempt) => {
    expire(attempt.us);
    const failures = failuresOf.get(attempt.key) ?? makeQueue<A>();
    if (!attempt.isSuccess) {
      failuresOf.set(attempt.key, failures);
      failures.put(attempt);
      queue.put(attempt);
      return;
    }
    failuresOf.delete(attempt.key);
    const tried = [...failures.newestFirst()];
    const firstFailure = tried.at(-1);
    if (firstFailure === undefined || tried.length < least || attempt.us < fromUs) return;
    const users = new Set(tried.map(({ user }) => user).filter((user) => user !== null));
    onBreach({ success: attempt, firstFailure, failureCount: tried.length, userCount: users.size });
  };
};
