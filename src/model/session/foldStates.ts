import { changeState, shortenHistory, START } from './stateHistory.ts';
import type { History, LiveState } from './stateHistory.ts';

/** The facts that tell the state of a session. */
export const STATE_FACTS = ['LOCK', 'UNLOCK', 'RECONNECT', 'DISCONNECT'] as const;

export type StateFact = (typeof STATE_FACTS)[number];

/** A fact since which the state is unknown if a later fact proves that a record between them is missing. */
type Anchor = { readonly atUs: number; readonly history: History };

/** The state after the facts of a session so far, and what later facts may change of the past. Times are microseconds after its start. */
export type StateFold = {
  readonly history: History;
  /** The last fact that tells the state; the opening counts. */
  readonly toldAtUs: number;
  readonly told: StateFact | null;
  /** The last LOCK while the session is locked, and the last Disconnect while it is disconnected. */
  readonly lock: Anchor | null;
  readonly disconnect: Anchor | null;
};

/** The states of a session that has only started. */
export const START_STATES: StateFold = {
  history: START,
  toldAtUs: 0,
  told: null,
  lock: null,
  disconnect: null,
};

/** Windows writes 4778 (reconnect) and then 4801 (unlock). */
const UNLOCK_AFTER_RECONNECT_US = 60_000_000;

/**
 * Adds a fact. LOCK sets the flag "locked" and UNLOCK and RECONNECT clear it; Disconnect sets "disconnected" and RECONNECT and UNLOCK clear it.
 *
 * A fact that repeats the flags proves that a record is missing: the state is then unknown since the last LOCK (for a LOCK), the last
 * Disconnect (for a Disconnect), or the previous fact that tells the state.
 */
export const addStateFact = (fold: StateFold, fact: StateFact, atUs: number): StateFold => {
  const unknownSince = findUnknownStart(fold, fact, atUs);
  const known = unknownSince === null ? fold : forgetSince(fold, unknownSince, atUs);
  const { history, lock, disconnect } = known;
  const here: Anchor = { atUs, history };
  const next = {
    toldAtUs: atUs,
    told: fact,
    lock: fact === 'LOCK' ? here : fact === 'DISCONNECT' ? lock : null,
    disconnect: fact === 'DISCONNECT' ? here : fact === 'LOCK' ? disconnect : null,
  };
  // The client reconnected without a record, or the LOCK repeats an old one.
  const isUnclear = fact === 'LOCK' && lock !== null && disconnect !== null;
  return { ...next, history: changeState(history, isUnclear ? 'UNKNOWN' : stateOf(next), atUs) };
};

const stateOf = ({ lock, disconnect }: Pick<StateFold, 'lock' | 'disconnect'>): LiveState => {
  if (disconnect !== null) return 'DISCONNECTED';
  return lock === null ? 'ACTIVE' : 'LOCKED';
};

const findUnknownStart = (fold: StateFold, fact: StateFact, atUs: number): Anchor | null => {
  const { history, toldAtUs, told, lock, disconnect } = fold;
  if (fact === 'LOCK') return lock;
  if (fact === 'DISCONNECT') return disconnect;
  if (lock !== null || disconnect !== null) return null;
  const belongsToReconnect =
    fact === 'UNLOCK' && told === 'RECONNECT' && atUs - toldAtUs <= UNLOCK_AFTER_RECONNECT_US;
  return belongsToReconnect ? null : { atUs: toldAtUs, history };
};

/** Replaces the states from an anchor to a time by UNKNOWN, also in the histories of later anchors. */
const forgetSince = (fold: StateFold, since: Anchor, untilUs: number): StateFold => {
  const forget = (history: History, atUs: number): History =>
    atUs > since.atUs ? changeState(since.history, 'UNKNOWN', since.atUs) : history;
  const rewrite = (anchor: Anchor | null): Anchor | null =>
    anchor && { atUs: anchor.atUs, history: forget(anchor.history, anchor.atUs) };
  return {
    ...fold,
    history: forget(fold.history, untilUs),
    lock: rewrite(fold.lock),
    disconnect: rewrite(fold.disconnect),
  };
};

/** Forgets what later facts cannot change. */
export const shortenStates = (fold: StateFold): StateFold =>
  fold === START_STATES
    ? fold
    : {
        ...fold,
        history: shortenHistory(fold.history),
        lock: fold.lock && { ...fold.lock, history: shortenHistory(fold.lock.history) },
        disconnect: fold.disconnect && {
          ...fold.disconnect,
          history: shortenHistory(fold.disconnect.history),
        },
      };
