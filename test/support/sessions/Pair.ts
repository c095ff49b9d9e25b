import type { OracleEndReason, OracleEvent, OracleFact, OraclePairFact, OracleSession } from './types.ts';

/** A session during the fold. */
export type Draft = {
  readonly loginId: string;
  readonly opening: OracleEvent;
  readonly startReason: OracleSession['startReason'];
  readonly ownFacts: OraclePairFact[];
  /** The facts that belong to it and change nothing. */
  readonly otherFacts: OraclePairFact[];
  end: { readonly fact: OracleFact; readonly reason: OracleEndReason } | null;
};

/** What the fold keeps of a pair (hostname, login id). */
export type Pair = {
  open: Draft | null;
  /** Rule 4: the session that a LOGOUT ended, for later logouts. */
  loggedOut: Draft | null;
  /** Rule 9: the session that a stop ended, for late facts. */
  stopped: Draft | null;
  /** Rule 2: the twin of this pair that later facts of the pair follow. */
  twin: OracleEvent | null;
  /** Rule 6: whether the last successful LOGIN was one of a service; null without one. */
  isService: boolean | null;
};

export const makePair = (): Pair => ({
  open: null,
  loggedOut: null,
  stopped: null,
  twin: null,
  isService: null,
});

/** Rule 4: ends the open session of the pair, if any. */
export const endSession = (pair: Pair, fact: OracleFact, reason: OracleEndReason): void => {
  if (pair.open !== null) pair.open.end = { fact, reason };
  pair.open = null;
};

/** Opens a session. The next opening of the pair supersedes its open session (rule 4) and ends rules 2, 4 and 9 for later facts. */
export const openSession = (
  pair: Pair,
  opening: OracleEvent,
  startReason: OracleSession['startReason'],
): Draft => {
  endSession(pair, opening, 'SUPERSEDED');
  const draft = {
    loginId: opening.loginId!,
    opening,
    startReason,
    ownFacts: [opening],
    otherFacts: [],
    end: null,
  };
  Object.assign(pair, { open: draft, loggedOut: null, stopped: null, twin: null });
  return draft;
};
