/**
 * The oracle of sessions: folds all facts of one host, from the beginning, by the 14 rules of the specification of sessions. It imports
 * nothing from src, and clarity matters more than speed. Where the rules are ambiguous, it reads them as follows.
 *
 * Rule 1: "another successful LOGIN" follows an opening by LOGIN. A LOGIN within 60 s of a FIRST_SEEN opening supersedes that session.
 * Rule 1: the account "known so far" is that of the first own event that names a user, of any action; a Disconnect does not name one.
 * Rule 1: the fields of a session come from its own events, from the opening to the ending LOGOUT. Twins, facts that change nothing
 *   and Disconnects contribute none, neither user nor address.
 * Rule 2: a twin is a successful LOGIN; a failed one with a linked id is only a failed login.
 * Rule 2: "open at its time" compares times, startedAt ≤ time < endedAt; "after it" is the order of the fold. A twin that has the time of
 *   its session's end is not in that session.
 * Rule 2: only a host start begins a boot, a stop does not.
 * Rule 2: where the twin belongs to no session, the later facts of its pair belong to none and open none.
 * Rule 2: the facts follow the last twin of the pair, and also when the pair has a session that is open, logged out or stopped. (Of rules 2,
 *   4, 5 and 9 the one applies whose cause is the later fact.)
 * Rule 2: the linked id of a twin is not resolved through a second twin.
 * Rule 3: a LOGOUT that opens a session also ends it, with `endReason` LOGOUT; later logouts belong to it.
 * Rules 3 and 5: the opening LOCK, UNLOCK or RECONNECT counts.
 * Rule 4: a stop between a LOGOUT and later logouts does not matter.
 * Rule 6: the "last successful LOGIN" of a pair can be a twin or before a host start.
 * Rule 9: "within 10 minutes" is inclusive and counts from the stop that ended the session, not from further stops. Rule 9 also applies to a
 *   REMOTE LOGOUT. A twin's pair is not stopped by a stop, as it has no session of its own.
 * Rule 10: `asOf` cuts the proof by all facts; it does not hide later facts.
 * Rule 11: UNKNOWN because of the end starts at `endedAfter` in `periods`, and so in sums and hunts; only `stateAt` at that instant differs.
 * Rule 12: a second record of a login does not tell the state. An UNLOCK or RECONNECT that opens a session proves nothing missing.
 * Rule 12: while a LOCK leaves UNKNOWN, both flags stay set: a following Disconnect proves a missing record like any other.
 * Rule 13: all sums are null where the duration is. "The first own fact that is kept" is the first of those that tell the state; kept facts tell
 *   it as if the session had had only its opening before them.
 * Rule 14: `eventBefore` is at or before T, `eventAfter` after it. `since` is the earliest start, `provenUntil` the latest `endedAfter`, not cut
 *   at T. Noise is not left out. Aliases of domains are applied before: give facts with the domain that an alias stands for.
 */
import { compareFacts } from './compareFacts.ts';
import { finishSession } from './finishSession.ts';
import { MINUTE, SECOND, microsBetween } from './micros.ts';
import { endSession, makePair, openSession } from './Pair.ts';
import type { Draft, Pair } from './Pair.ts';
import { findSessionOfTwin } from './findSessionOfTwin.ts';
import type { OracleEvent, OracleFact, OracleHost, OraclePairFact, OracleSession } from './types.ts';

/** Rule 1. */
const SAME_LOGIN = 60 * SECOND;
/** Rule 9. */
const LATE = 10 * MINUTE;
/** Rule 6. */
const FIXED_IDS = new Set(['0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7']);
const SERVICE_UIDS = new Set(['S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-7']);

type Fold = {
  readonly pairs: Map<string, Pair>;
  readonly drafts: Draft[];
  /** Each twin with the later facts of its pair that belong where the twin belongs. */
  readonly factsOfTwins: Map<OracleEvent, OraclePairFact[]>;
  readonly lateUuids: Set<string>;
};

export const foldHost = (facts: readonly OracleFact[], { silence }: { silence: number }): OracleHost => {
  const sorted = facts.toSorted(compareFacts);
  const fold: Fold = { pairs: new Map(), drafts: [], factsOfTwins: new Map(), lateUuids: new Set() };
  for (const fact of sorted) foldFact(fold, fact);
  for (const [twin, followers] of fold.factsOfTwins) {
    findSessionOfTwin(twin, sorted, fold.drafts)?.otherFacts.push(twin, ...followers);
  }
  const sessions = fold.drafts.map(finishSession);
  const sessionOfFact = new Map(
    sessions.flatMap((session) =>
      [...session.memberUuids, ...session.memberContextUuids].map((uuid) => [uuid, session] as const),
    ),
  );
  return { facts: sorted, silence, sessions, sessionOfFact, lateUuids: fold.lateUuids };
};

/** The host after retention dropped its events and Disconnects before a time. Sessions and proof stay; only rule 13 depends on it. */
export const withRetention = (host: OracleHost, keptFrom: string): OracleHost => ({
  ...host,
  sessions: host.sessions.map((session) => ({ ...session, keptFrom })),
});

/** The session of an event or a Disconnect; null without one. */
export const sessionOf = (host: OracleHost, factUuid: string): OracleSession | null =>
  host.sessionOfFact.get(factUuid) ?? null;

const foldFact = (fold: Fold, fact: OracleFact): void => {
  switch (fact.kind) {
    case 'HOST_START':
      for (const pair of fold.pairs.values()) foldHostStart(pair, fact);
      return;
    case 'HOST_STOP':
      for (const pair of fold.pairs.values()) foldHostStop(pair, fact);
      return;
    case 'HOST_SEEN':
      return; // Rule 8: it only proves that the host ran.
    default:
      foldPairFact(fold, fact);
  }
};

/** Rule 4: a host start ends all open sessions. It also ends the time in which rules 2, 4 and 9 assign later facts of a pair. */
const foldHostStart = (pair: Pair, start: OracleFact): void => {
  endSession(pair, start, 'HOST_RESTART');
  Object.assign(pair, { loggedOut: null, stopped: null, twin: null });
};

/** Rule 9: a stop ends all open sessions; further stops find nothing to end. Rule 2: it ends what follows a twin. */
const foldHostStop = (pair: Pair, stop: OracleFact): void => {
  if (pair.open !== null) pair.stopped = pair.open;
  endSession(pair, stop, 'HOST_STOP');
  pair.twin = null;
};

const foldPairFact = (fold: Fold, fact: OraclePairFact): void => {
  if (fact.loginId === null) return; // Rule 7.
  const pair = fold.pairs.get(fact.loginId) ?? makePair();
  fold.pairs.set(fact.loginId, pair);
  if (isOfService(pair, fact)) return; // Rule 6.
  if (fact.kind === 'DISCONNECT' || fact.action !== 'LOGIN') foldLaterFact(fold, pair, fact);
  else if (fact.loginSuccessful === true) foldLogin(fold, pair, fact);
  // Rule 1: a failed LOGIN never opens a session. It belongs to no session.
};

/** Rule 6. A fact without a uid is judged as the pair's last successful LOGIN; a LOGIN without one passes that judgement on. */
const isOfService = (pair: Pair, fact: OraclePairFact): boolean => {
  const uid = fact.kind === 'EVENT' ? fact.uid : null;
  const isFixed = FIXED_IDS.has(fact.loginId!);
  const isService = uid === null ? pair.isService === true : isFixed && SERVICE_UIDS.has(uid);
  if (fact.kind === 'EVENT' && fact.action === 'LOGIN' && fact.loginSuccessful === true) {
    pair.isService = isService;
  }
  return isService;
};

const foldLogin = (fold: Fold, pair: Pair, login: OracleEvent): void => {
  // Rule 2: a twin opens no session. Later facts of its pair follow it.
  if ((login.linkedLoginId ?? null) !== null) {
    pair.twin = login;
    fold.factsOfTwins.set(login, []);
    return;
  }
  // Rule 1.
  if (pair.open !== null && isSecondRecord(pair.open, login)) pair.open.ownFacts.push(login);
  else fold.drafts.push(openSession(pair, login, 'LOGIN'));
};

/** Rule 1: another successful LOGIN within 60 s (inclusive) of the opening, whose account is that known so far, or one is unknown. */
const isSecondRecord = (session: Draft, login: OracleEvent): boolean => {
  if (session.startReason !== 'LOGIN') return false;
  if (microsBetween(session.opening.time, login.time) > SAME_LOGIN) return false;
  const known = session.ownFacts.find((fact) => fact.kind === 'EVENT' && fact.userName !== null);
  if (known === undefined || login.userName === null) return true;
  return known.userDomain === login.userDomain && known.userName === login.userName;
};

/** Folds a LOGOUT, LOCK, UNLOCK, RECONNECT or Disconnect. */
const foldLaterFact = (fold: Fold, pair: Pair, fact: OraclePairFact): void => {
  const isLogout = fact.kind === 'EVENT' && fact.action === 'LOGOUT';
  if (pair.twin !== null) {
    fold.factsOfTwins.get(pair.twin)!.push(fact); // Rule 2.
  } else if (pair.stopped !== null && microsBetween(pair.stopped.end!.fact.time, fact.time) <= LATE) {
    pair.stopped.otherFacts.push(fact); // Rule 9.
    fold.lateUuids.add(fact.uuid);
  } else if (pair.open !== null) {
    pair.open.ownFacts.push(fact); // Rule 5.
    if (isLogout) foldLogout(pair, fact);
  } else if (isLogout && pair.loggedOut !== null) {
    pair.loggedOut.otherFacts.push(fact); // Rule 4: later logouts.
  } else if (fact.kind === 'EVENT' && !(isLogout && fact.loginType === 'REMOTE')) {
    fold.drafts.push(openSession(pair, fact, 'FIRST_SEEN')); // Rule 3.
    if (isLogout) foldLogout(pair, fact);
  }
};

/** Rule 4. */
const foldLogout = (pair: Pair, logout: OraclePairFact): void => {
  pair.loggedOut = pair.open;
  endSession(pair, logout, 'LOGOUT');
};
