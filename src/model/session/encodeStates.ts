import { START_STATES, STATE_FACTS } from './foldStates.ts';
import type { StateFold } from './foldStates.ts';
import { LIVE_STATES } from './stateHistory.ts';
import type { History } from './stateHistory.ts';

/** State, start, time in each state before it, and the previous state. */
type EncodedHistory = readonly [number, number, number, number, number, number, EncodedHistory?];

type EncodedAnchor = readonly [number, EncodedHistory] | null;

/** A StateFold as JSON of numbers only, which needs no escapes: history, last fact and its time, lock, disconnect. */
export type EncodedStates = readonly [EncodedHistory, number, number, EncodedAnchor, EncodedAnchor];

/** Encodes the states of a session; null for a session without facts that tell its state. */
export const encodeStates = ({
  history,
  told,
  toldAtUs,
  lock,
  disconnect,
}: StateFold): EncodedStates | null =>
  told === null
    ? null
    : [
        encodeHistory(history),
        toldAtUs,
        STATE_FACTS.indexOf(told),
        lock && [lock.atUs, encodeHistory(lock.history)],
        disconnect && [disconnect.atUs, encodeHistory(disconnect.history)],
      ];

const encodeHistory = ({ state, fromUs, sums, previous }: History): EncodedHistory => {
  const { ACTIVE, LOCKED, DISCONNECTED, UNKNOWN } = sums;
  const encoded = [LIVE_STATES.indexOf(state), fromUs, ACTIVE, LOCKED, DISCONNECTED, UNKNOWN] as const;
  return previous === null ? encoded : [...encoded, encodeHistory(previous)];
};

export const decodeStates = (encoded: EncodedStates | null): StateFold => {
  if (encoded === null) return START_STATES;
  const [history, toldAtUs, told, lock, disconnect] = encoded;
  return {
    history: decodeHistory(history),
    toldAtUs,
    told: STATE_FACTS[told] ?? null,
    lock: lock && { atUs: lock[0], history: decodeHistory(lock[1]) },
    disconnect: disconnect && { atUs: disconnect[0], history: decodeHistory(disconnect[1]) },
  };
};

const decodeHistory = ([
  state,
  fromUs,
  active,
  locked,
  disconnected,
  unknown,
  previous,
]: EncodedHistory): History => ({
  state: LIVE_STATES[state] ?? 'UNKNOWN',
  fromUs,
  sums: { ACTIVE: active, LOCKED: locked, DISCONNECTED: disconnected, UNKNOWN: unknown },
  previous: previous === undefined ? null : decodeHistory(previous),
});
