import type { Outcome } from './sensor.ts';

/**
 * Logins of sshd that failed by a key, by connection. A client offers its keys one after the other, so those before the one that fits
 * are no failed login: they wait until another of the same connection is accepted, or the input ends.
 *
 * A value with state: change it only through the functions here.
 */
export type RefusedKeys = Map<string, Refused>;

/** What came of refused keys, and when the last was refused. */
export type Refused = { readonly timeMs: number; readonly outcomes: readonly Outcome[] };

export const makeRefusedKeys = (): RefusedKeys => new Map();

const MAX_WAITING = 10_000;

/** Keeps what came of a refused key; gives what has waited longest where too many wait. */
export const holdRefused = (
  refused: RefusedKeys,
  connection: string,
  { timeMs, outcomes }: Refused,
): readonly Outcome[] => {
  const before = refused.get(connection)?.outcomes ?? [];
  refused.set(connection, { timeMs, outcomes: [...before, ...outcomes] });
  const [oldest] = refused.size > MAX_WAITING ? refused : [];
  if (oldest === undefined) return [];
  refused.delete(oldest[0]);
  return oldest[1].outcomes;
};

/** The connection was let in: the keys refused before are skipped, each record once. */
export const letIn = (refused: RefusedKeys, connection: string): readonly Outcome[] => {
  const waiting = refused.get(connection)?.outcomes ?? [];
  refused.delete(connection);
  const reason = 'Failed publickey: another key of the same connection was accepted';
  return waiting
    .filter((outcome) => !('isExtra' in outcome))
    .map(({ origin }) => ({ kind: 'SKIPPED', reason, origin }));
};

/** Gives what waits since before that time: nothing let those connections in. */
export const settleRefused = (refused: RefusedKeys, untilMs: number): readonly Outcome[] => {
  const due = [...refused].filter(([, { timeMs }]) => timeMs <= untilMs);
  for (const [connection] of due) refused.delete(connection);
  return due.flatMap(([, { outcomes }]) => outcomes);
};
