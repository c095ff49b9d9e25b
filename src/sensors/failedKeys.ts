import type { Outcome } from './sensor.ts';

/**
 * Failed public keys of sshd, by connection. A client offers its keys one after the other, so the keys before the accepted one are not
 * failed logins. They wait until another key of the same connection is accepted or the input ends.
 *
 * Mutable; changed only by the functions in this file.
 */
export type FailedKeys = Map<string, HeldKeys>;

/** The outcomes of failed keys, and when the last one failed. */
export type FailedKey = { readonly timeMs: number; readonly outcomes: readonly Outcome[] };

/** Outcomes are appended: copying the list for each key of a connection would take quadratic time. */
type HeldKeys = { timeMs: number; readonly outcomes: Outcome[] };

export const makeFailedKeys = (): FailedKeys => new Map();

const MAX_WAITING = 10_000;

/** Holds the outcomes of a failed key; returns those that have waited longest if too many wait. */
export const holdFailedKey = (
  failed: FailedKeys,
  connection: string,
  { timeMs, outcomes }: FailedKey,
): readonly Outcome[] => {
  const held = failed.get(connection);
  if (held !== undefined) {
    held.timeMs = timeMs;
    for (const outcome of outcomes) held.outcomes.push(outcome);
    return [];
  }
  failed.set(connection, { timeMs, outcomes: [...outcomes] });
  const [oldest] = failed.size > MAX_WAITING ? failed : [];
  if (oldest === undefined) return [];
  failed.delete(oldest[0]);
  return oldest[1].outcomes;
};

/** Skips the keys that failed before another key of the connection was accepted, each record once. */
export const skipFailedKeys = (failed: FailedKeys, connection: string): readonly Outcome[] => {
  const waiting = failed.get(connection)?.outcomes ?? [];
  failed.delete(connection);
  const reason = 'Failed publickey: another key of the same connection was accepted';
  return waiting
    .filter((outcome) => !('isExtra' in outcome))
    .map(({ origin }) => ({ kind: 'SKIPPED', reason, origin }));
};

/** Returns the outcomes of connections whose last key failed at or before that time: none of their keys was accepted. */
export function* settleFailedKeys(failed: FailedKeys, untilMs: number): Generator<Outcome, void> {
  for (const [connection, { timeMs, outcomes }] of failed) {
    if (timeMs > untilMs) continue;
    failed.delete(connection);
    yield* outcomes;
  }
}
