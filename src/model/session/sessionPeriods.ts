import { shiftTime } from '../values/time.ts';

import { addStateFact, START_STATES } from './foldStates.ts';
import type { StateFact, StateFold } from './foldStates.ts';
import type { StoredSession } from './session.ts';
import { toMicroseconds } from './sessionRank.ts';
import { changeState, sumsAt } from './stateHistory.ts';
import type { History, LiveState, StateSums } from './stateHistory.ts';

/** The state of a session in a half-open range; `until` is null while the session is open. */
export type SessionPeriod = {
  readonly from: string;
  readonly until: string | null;
  readonly state: LiveState;
};

export type SessionState = LiveState | 'ENDED';

/** What the states of a session follow from. */
export type StateEvidence = {
  readonly session: StoredSession;
  /** Up to when the session is proven. */
  readonly endedAfter: string;
  readonly silenceUs: number;
};

/** A session, and up to when it is proven. */
export type ProvenSession = Pick<StateEvidence, 'session' | 'endedAfter'>;

/** The time after which the state is unknown because of the end of the session; null if its end is exact. */
const unknownAfter = ({ session: { endedAt }, endedAfter, silenceUs }: StateEvidence): string | null => {
  if (endedAt === null) return shiftTime(endedAfter, silenceUs);
  return endedAfter < endedAt ? endedAfter : null;
};

/** Microseconds from the start of a session to a time. */
const sinceStart = ({ startedAt }: Pick<StoredSession, 'startedAt'>, time: string): number =>
  toMicroseconds(time) - toMicroseconds(startedAt);

/**
 * The time at which hunts regard a session as over: its end, or the time after which its state is unknown because of the end. With
 * `includeUnknown` it is the end itself, null for an open session.
 */
export const huntEnd = (evidence: StateEvidence, includeUnknown: boolean): string | null =>
  includeUnknown ? evidence.session.endedAt : (unknownAfter(evidence) ?? evidence.session.endedAt);

/**
 * The states from the facts that tell them, without the unknown end.
 *
 * @param keptFrom the time before which retention dropped facts: until the first fact after it the state is unknown.
 */
export const foldFacts = (
  session: StoredSession,
  facts: readonly { readonly fact: StateFact; readonly time: string }[],
  keptFrom: string,
): History => {
  const { history } = START_STATES;
  let states: StateFold =
    session.startedAt < keptFrom
      ? { ...START_STATES, history: { ...history, state: 'UNKNOWN' } }
      : START_STATES;
  for (const { fact, time } of facts) states = addStateFact(states, fact, sinceStart(session, time));
  return states.history;
};

/** Adds the state UNKNOWN at the end, if the end is not exact. */
const withUnknownEnd = (history: History, evidence: StateEvidence): History => {
  const after = unknownAfter(evidence);
  return after === null ? history : changeState(history, 'UNKNOWN', sinceStart(evidence.session, after));
};

/** The last state that began at or before a time; null if the history does not reach back to it. */
const findAt = (history: History, atUs: number): History | null => {
  for (let node: History | null = history; node !== null; node = node.previous) {
    if (node.fromUs <= atUs) return node;
  }
  return null;
};

/**
 * The state at a time. At the very time after which the end is unknown, the state is still the one before.
 *
 * @returns null before the start; undefined if the history does not reach back to the time.
 */
export const stateAt = (
  evidence: StateEvidence,
  history: History,
  at: string,
): SessionState | null | undefined => {
  const { session } = evidence;
  if (at < session.startedAt) return null;
  if (session.endedAt !== null && at >= session.endedAt) return 'ENDED';
  const after = unknownAfter(evidence);
  return after !== null && at > after ? 'UNKNOWN' : findAt(history, sinceStart(session, at))?.state;
};

/** Since when the state at a time holds. */
export const stateSince = (session: StoredSession, history: History, at: string): string =>
  shiftTime(session.startedAt, (findAt(history, sinceStart(session, at)) ?? history).fromUs);

/** Microseconds in each state up to a time within the session; null if the history does not reach back to it. */
export const sumStates = (evidence: StateEvidence, history: History, until: string): StateSums | null =>
  sumHistory(evidence.session, withUnknownEnd(history, evidence), until);

/** The same by the facts that tell the states alone. */
export const sumHistory = (session: StoredSession, history: History, until: string): StateSums | null => {
  const untilUs = sinceStart(session, until);
  const node = findAt(history, untilUs);
  return node === null ? null : sumsAt(node, untilUs);
};

/** Lists the states of a session; they are half-open, have no gaps, and differ from their neighbours. */
export const listPeriods = (evidence: StateEvidence, history: History): readonly SessionPeriod[] => {
  const { startedAt, endedAt } = evidence.session;
  const periods: SessionPeriod[] = [];
  let until = endedAt;
  for (let node: History | null = withUnknownEnd(history, evidence); node !== null; node = node.previous) {
    const from = shiftTime(startedAt, node.fromUs);
    // A state that begins when the session ends has no duration.
    if (endedAt === null || from < endedAt) {
      periods.push({ from, until, state: node.state });
      until = from;
    }
  }
  return periods.toReversed();
};
