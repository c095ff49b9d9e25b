import { comparePositions } from '../compare.ts';
import { runSteps } from '../runSteps.ts';
import type { Position } from '../sessionEvent.ts';

import { makeQueue } from './makeQueue.ts';
import type { Queue } from './makeQueue.ts';

type Timed = Position & {
  /** Its time in microseconds since 1970. */
  readonly us: number;
};

/** A failed login. */
export type Failure = Timed & {
  readonly isSuccess: false;
  readonly key: string;
  /** Null when the user is unknown. */
  readonly userName: string | null;
};

/** A successful login. */
export type Success = Timed & {
  readonly isSuccess: true;
  /** Failures before the previous success with the same key do not count. */
  readonly key: string;
  /** Failures with these keys count. */
  readonly failureKeys: readonly string[];
};

/** A successful login after failed ones. */
export type SuccessAfterFailures<S extends Success> = {
  readonly success: S;
  readonly firstFailure: Position;
  readonly failureCount: number;
  /** How many different names of users the failed logins have. */
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
 * Finds successes with enough failures before them. Failures count if they lie within the window before the success and after the previous
 * success with the same key. A failure can count for successes of several keys.
 *
 * Keeps the logins of one window in memory.
 *
 * @returns a function that takes the attempts ordered by (time, id). If it returns a promise, await it before the next call.
 */
export const foldBruteForce = <S extends Success>(
  { windowUs, least, fromUs }: BruteForceRule,
  onBreach: (breach: SuccessAfterFailures<S>) => void,
): ((attempt: Failure | S) => Promise<void> | null) => {
  const failuresOf = new Map<string, Queue<Failure>>();
  const successOf = new Map<string, S>();
  const queue = makeQueue<Failure | S>();
  const forget = (attempt: Failure | S): void => {
    if (attempt.isSuccess) {
      if (successOf.get(attempt.key) === attempt) successOf.delete(attempt.key);
      return;
    }
    const failures = failuresOf.get(attempt.key);
    failures?.take();
    if (failures?.oldest() === null) failuresOf.delete(attempt.key);
  };
  function* expire(nowUs: number): Steps {
    for (
      let oldest = queue.oldest();
      oldest !== null && oldest.us <= nowUs - windowUs;
      oldest = queue.oldest()
    ) {
      yield;
      queue.take();
      forget(oldest);
    }
  }
  const add = (failure: Failure): void => {
    const failures = failuresOf.get(failure.key) ?? makeQueue<Failure>();
    failuresOf.set(failure.key, failures);
    failures.put(failure);
  };
  function* judge(success: S): Steps {
    const previous = successOf.get(success.key);
    successOf.set(success.key, success);
    if (success.us < fromUs) return;
    const counted: Failure[] = [];
    for (const key of success.failureKeys) {
      for (const failure of failuresOf.get(key)?.newestFirst() ?? []) {
        yield;
        if (previous !== undefined && comparePositions(failure, previous) < 0) break;
        counted.push(failure);
      }
    }
    if (counted.length < least) return;
    onBreach({ success, ...(yield* summarize(counted)) });
  }
  function* take(attempt: Failure | S): Steps {
    yield* expire(attempt.us);
    queue.put(attempt);
    if (attempt.isSuccess) yield* judge(attempt);
    else add(attempt);
  }
  return (attempt) => runSteps(take(attempt));
};

/** Yields before each small step of work. */
type Steps = Generator<void, void>;

function* summarize(
  failures: readonly Failure[],
): Generator<void, Omit<SuccessAfterFailures<Success>, 'success'>> {
  const names = new Set<string>();
  let [firstFailure] = failures as [Failure, ...Failure[]];
  for (const failure of failures) {
    yield;
    if (comparePositions(failure, firstFailure) < 0) firstFailure = failure;
    if (failure.userName !== null) names.add(failure.userName);
  }
  return { firstFailure, failureCount: failures.length, userCount: names.size };
}
