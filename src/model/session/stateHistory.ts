/** The states of a session between its start and its end, in the order in which their sums are stored. */
export const LIVE_STATES = ['ACTIVE', 'LOCKED', 'DISCONNECTED', 'UNKNOWN'] as const;

/** Whether somebody used the session, as far as records show. */
export type LiveState = (typeof LIVE_STATES)[number];

/** Microseconds in each state. */
export type StateSums = Readonly<Record<LiveState, number>>;

const NO_TIME: StateSums = { ACTIVE: 0, LOCKED: 0, DISCONNECTED: 0, UNKNOWN: 0 };

/** The last state of a sequence of states without gaps. Times are microseconds after the start of the session. */
export type History = {
  readonly state: LiveState;
  readonly fromUs: number;
  /** The time in each state before `fromUs`. */
  readonly sums: StateSums;
  /** The state before `fromUs`; null for the first one, or if it was forgotten. */
  readonly previous: History | null;
};

export const START: History = { state: 'ACTIVE', fromUs: 0, sums: NO_TIME, previous: null };

/** Changes the state at a time, which is not before the last change. States of no duration vanish, and equal neighbours are merged. */
export const changeState = (history: History, state: LiveState, atUs: number): History => {
  const { previous } = history;
  if (history.state === state) return history;
  if (history.fromUs < atUs) return { state, fromUs: atUs, sums: sumsAt(history, atUs), previous: history };
  return previous?.state === state ? previous : { ...history, state };
};

/** The time in each state up to a time that is not before the last change. */
export const sumsAt = ({ state, fromUs, sums }: History, atUs: number): StateSums => ({
  ...sums,
  [state]: sums[state] + (atUs - fromUs),
});

/** Forgets all but the last two states: what is needed to go on. */
export const shortenHistory = (history: History): History =>
  history.previous === null || history.previous.previous === null
    ? history
    : { ...history, previous: { ...history.previous, previous: null } };
