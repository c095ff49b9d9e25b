import { startStates } from './foldStates.ts';
import type { StateFact, StateFold } from './foldStates.ts';
import { LIVE_STATES } from './stateHistory.ts';
import type { History } from './stateHistory.ts';

/** State, start, time in each state before it, and the previous state. Times are microseconds after the start of the session. */
type EncodedHistory = readonly [number, number, number, number, number, number, EncodedHistory?];

type EncodedAnchor = readonly [number, EncodedHistory];

/** A StateFold as compact JSON. */
export type EncodedStates = {
  readonly h: EncodedHistory;
  readonly t: readonly [number, StateFact | null];
  readonly l?: EncodedAnchor;
  readonly d?: EncodedAnchor;
};

/** Encodes the states of a session; null for a session without facts that tell its state. */
export const encodeStates = (fold: StateFold, startUs: number): EncodedStates | null => {
  if (fold.told === null) return null;
  const encode = ({ state, fromUs, sums, previous }: History): EncodedHistory => {
    const encoded = [
      LIVE_STATES.indexOf(state),
      fromUs - startUs,
      sums.ACTIVE,
      sums.LOCKED,
      sums.DISCONNECTED,
      sums.UNKNOWN,
    ] as const;
    return previous === null ? encoded : [...encoded, encode(previous)];
  };
  const { lock, disconnect } = fold;
  return {
    h: encode(fold.history),
    t: [fold.toldAtUs - startUs, fold.told],
    ...(lock && { l: [lock.atUs - startUs, encode(lock.history)] }),
    ...(disconnect && { d: [disconnect.atUs - startUs, encode(disconnect.history)] }),
  };
};

export const decodeStates = (encoded: EncodedStates | null, startUs: number): StateFold => {
  if (encoded === null) return startStates(startUs);
  const decode = ([
    state,
    from,
    active,
    locked,
    disconnected,
    unknown,
    previous,
  ]: EncodedHistory): History => ({
    state: LIVE_STATES[state] ?? 'UNKNOWN',
    fromUs: startUs + from,
    sums: { ACTIVE: active, LOCKED: locked, DISCONNECTED: disconnected, UNKNOWN: unknown },
    previous: previous === undefined ? null : decode(previous),
  });
  const decodeAnchor = (anchor: EncodedAnchor | undefined): StateFold['lock'] =>
    anchor === undefined ? null : { atUs: startUs + anchor[0], history: decode(anchor[1]) };
  return {
    history: decode(encoded.h),
    toldAtUs: startUs + encoded.t[0],
    told: encoded.t[1],
    lock: decodeAnchor(encoded.l),
    disconnect: decodeAnchor(encoded.d),
  };
};
