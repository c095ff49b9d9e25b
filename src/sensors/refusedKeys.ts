import type { Outcome } from './sensor.ts';

/**
 * Logins of sshd that failed by a key, by connection. A client offers its keys one after the other, so those before the one that fits
 * are no failed login: they wait until another of the same connection is accepted, or the input ends.
 *
 * A value with state: change it only through the functions here.
 */
export type RefusedKeys = Map<string, readonly Outcome[]>;

export const makeRefusedKeys = (): RefusedKeys => new Map();

const MAX_WAITING = 10_000;

/** Keeps what came of a refused key; gives what has waited longest where too many wait. */
export const holdRefused = (
  refused: RefusedKeys,
  connection: string,
  outcomes: readonly Outcome[],
): readonly Outcome[] => {
  refused.set(connection, [...(refused.get(connection) ?? []), ...outcomes]);
  const [oldest] = refused.size > MAX_WAITING ? refused : [];
  if (oldest === undefined) return [];
  refused.delete(oldest[0]);
  return oldest[1];
};

/** The connection was let in: the keys refused before are skipped, each record once. */
export const letIn = (refused: RefusedKeys, connection: string): readonly Outcome[] => {
  const waiting = refused.get(connection) ?? [];
  refused.delete(connection);
  const reason = 'Failed publickey: another key of the same connection was accepted';
  return waiting
    .filter((outcome) => !('isExtra' in outcome))
    .map(({ origin }) => ({ kind: 'SKIPPED', reason, origin }));
};

/** Gives all that waits, when the input ends: nothing let those connections in. */
export const settleRefused = (refused: RefusedKeys): readonly Outcome[] => {
  const outcomes = [...refused.values()].flat();
  refused.clear();
  return outcomes;
};
