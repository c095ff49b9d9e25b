import type { Outcome } from './sensor.ts';

/**
 * Logins of sshd that failed by a key, by connection. A client offers its keys one after the other, so those before the one that fits
 * are not failed logins: they wait until another of the same connection is accepted, or the input ends.
 *
 * A value with state: change it only through the functions here.
 */
export type FailedKeys = Map<string, FailedKey>;

/** The outcomes of failed keys, and when the last one failed. */
export type FailedKey = { readonly timeMs: number; readonly outcomes: readonly Outcome[] };

export const makeFailedKeys = (): FailedKeys => new Map();

const MAX_WAITING = 10_000;

/** Holds the outcomes of a failed key; returns those that have waited longest if too many wait. */
export const holdFailedKey = (
  failed: FailedKeys,
  connection: string,
  { timeMs, outcomes }: FailedKey,
): readonly Outcome[] => {
  const before = failed.get(connection)?.outcomes ?? [];
  failed.set(connection, { timeMs, outcomes: [...before, ...outcomes] });
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

/** Returns the outcomes of connections whose last key failed before that time: none of their keys was accepted. */
export const settleFailedKeys = (failed: FailedKeys, untilMs: number): readonly Outcome[] => {
  const due = [...failed].filter(([, { timeMs }]) => timeMs <= untilMs);
  for (const [connection] of due) failed.delete(connection);
  return due.flatMap(([, { outcomes }]) => outcomes);
};
