import { accountKey } from '../account.ts';
import type { Action, LoginType } from '../action.ts';
import { resolveAccount } from '../domainAliases.ts';
import type { DomainAliases } from '../domainAliases.ts';
import { eachInSlices, weighLittle } from '../mapInSlices.ts';

import { addStateFact, shortenStates, START_STATES } from './foldStates.ts';
import type { StateFact } from './foldStates.ts';
import { toMicroseconds } from './sessionRank.ts';
import type { EndReason, PairKey, StoredSession } from './session.ts';

/** The fields of an event of a pair that its session needs. Failed logins and twins are not included. */
export type PairEvent = {
  readonly kind: 'EVENT';
  readonly time: string;
  readonly uuid: string;
  readonly action: Action;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly loginType: LoginType | null;
  readonly srcIp: string | null;
};

/** A fact of a pair that does not belong to its sessions as an event, at its position: see factPosition.ts. */
export type PairMark = {
  readonly kind: 'HOST_START' | 'HOST_STOP' | 'TWIN' | 'DISCONNECT';
  readonly time: string;
  readonly uuid: string;
};

/** The opening of a stored session at its position, for an event that retention dropped. */
export type PairOpening = {
  readonly kind: 'OPENING';
  readonly time: string;
  readonly uuid: string;
  /** The session as it was after its opening. */
  readonly session: StoredSession;
};

export type PairItem = PairEvent | PairMark | PairOpening;

/** What the items of a pair continue. */
export type FoldStart = {
  /** The session to continue, if all items are later than its last fact. */
  readonly session: StoredSession | null;
  /** Whether a twin before the items takes the next events. */
  readonly isDiverted: boolean;
  /** Accounts are compared with them. */
  readonly aliases: DomainAliases;
};

/** Another record of the login that opened a session comes within this time. */
export const SAME_LOGIN_US = 60_000_000;

/** A host that shuts down writes logouts and the like after the record of its stop. */
const LATE_AFTER_STOP_US = 600_000_000;

/**
 * Folds items of one pair, in order, into its sessions: rules 1 to 5 and 9 of docs/internals.md.
 *
 * An end of the continued session that is only an upper bound, or a host stop after its last fact, is discarded: the items contain its
 * cause.
 *
 * @returns the continued session and the sessions after it, oldest first; the continued session itself is not changed.
 */
export const foldSessions = async (
  pair: PairKey,
  start: FoldStart,
  items: readonly PairItem[],
): Promise<readonly StoredSession[]> => {
  const sessions: Draft[] = start.session === null ? [] : [withoutUpperBound(start.session)];
  const fold: Fold = {
    // Undefined after a host start, so that a late logout does not belong to the session.
    last: sessions.at(-1),
    isDiverted: start.isDiverted,
    aliases: start.aliases,
    sources: { session: undefined, known: NO_SOURCES },
  };
  const begin = (session: Draft): void => {
    if (fold.last?.endedAt === null) end(fold.last, session.startedAt, 'SUPERSEDED');
    fold.last = session;
    fold.isDiverted = false;
    sessions.push(session);
  };
  const add = (item: PairItem): void => {
    if (item.kind === 'TWIN') fold.isDiverted = true;
    else if (item.kind === 'HOST_START' || item.kind === 'HOST_STOP') cut(fold, item);
    else if (item.kind === 'OPENING') begin({ ...item.session });
    else if (!takeIn(fold, item) && item.kind === 'EVENT' && opens(item)) begin(open(pair, item));
  };
  await eachInSlices(items, add, weighLittle);
  writeSources(fold.sources);
  for (const session of sessions) session.states = shortenStates(session.states);
  return sessions;
};

type Fold = {
  /** The session that the next item may belong to. */
  last: Draft | undefined;
  isDiverted: boolean;
  readonly aliases: DomainAliases;
  readonly sources: Sources;
};

/** The sources of the current session as a set, because insertion into a sorted list takes time proportional to its length. */
type Sources = { session: Draft | undefined; known: Set<string> };

/** Not changed: a session gets a set of its own. */
const NO_SOURCES: Sources['known'] = new Set();

const addSource = (sources: Sources, session: Draft, srcIp: string): void => {
  if (sources.session !== session) {
    writeSources(sources);
    sources.session = session;
    sources.known = new Set(session.srcIps);
  }
  sources.known.add(srcIp);
};

const writeSources = ({ session, known }: Sources): void => {
  if (session !== undefined && known.size > session.srcIps.length) session.srcIps = [...known].toSorted();
};

/** A session that is being folded. It is changed in place, because a copy for each event would cost more than all other work here. */
type Draft = { -readonly [Field in keyof StoredSession]: StoredSession[Field] };

const withoutUpperBound = (session: StoredSession): Draft => {
  const { endedAt, endReason, lastAt } = session;
  const isKept =
    endReason === 'LOGOUT' || (endReason === 'HOST_STOP' && endedAt !== null && endedAt < lastAt);
  return isKept ? { ...session } : { ...session, endedAt: null, endReason: null };
};

/** The host started or stopped, so all its sessions are over. */
const cut = (fold: Fold, { kind, time }: PairMark): void => {
  fold.isDiverted = false;
  if (fold.last?.endedAt === null) {
    end(fold.last, time, kind === 'HOST_START' ? 'HOST_RESTART' : 'HOST_STOP');
  }
  if (kind === 'HOST_START') fold.last = undefined;
};

type OwnFact = PairEvent | PairMark;

/** Adds the fact to the last session or ignores it, if it must not open a session; returns whether it did. */
const takeIn = (fold: Fold, fact: OwnFact): boolean => {
  const { last: session } = fold;
  if (fact.kind === 'EVENT' && fact.action === 'LOGIN') {
    if (session === undefined || !repeatsLogin(session, fact, fold.aliases)) return false;
    addUp(session, fact, fold.sources);
  } else {
    if (fold.isDiverted) return true;
    if (session === undefined) return false;
    if (session.endedAt === null) change(session, fact, fold.sources);
    else if (!isLate(session, session.endedAt, fact)) return false;
  }
  session.lastAt = fact.time;
  session.lastUuid = fact.uuid;
  session.isDiverted = fold.isDiverted;
  return true;
};

/** Whether a login is a second record of the login that opened the session. */
const repeatsLogin = (session: Draft, login: PairEvent, aliases: DomainAliases): boolean => {
  if (session.endedAt !== null || session.startReason !== 'LOGIN') return false;
  if (toMicroseconds(login.time) - toMicroseconds(session.startedAt) > SAME_LOGIN_US) return false;
  const [account, known] = [resolveAccount(aliases, login), resolveAccount(aliases, session)];
  return account === null || known === null || accountKey(account) === accountKey(known);
};

/** Whether a fact after the end of a session belongs to it; it changes nothing. */
const isLate = ({ endReason }: Draft, endedAt: string, fact: OwnFact): boolean => {
  if (endReason === 'HOST_STOP') {
    return toMicroseconds(fact.time) - toMicroseconds(endedAt) <= LATE_AFTER_STOP_US;
  }
  return endReason === 'LOGOUT' && fact.kind === 'EVENT' && fact.action === 'LOGOUT';
};

/** Whether an event opens a session. A REMOTE logout alone says nothing about its session, so it is an orphan. */
const opens = ({ action, loginType }: PairEvent): boolean => action !== 'LOGOUT' || loginType !== 'REMOTE';

const open = ({ hostname, loginId }: PairKey, event: PairEvent): Draft => {
  const { time, uuid, user, userDomain, userName, uid, loginType, srcIp } = event;
  const session: Draft = {
    hostname,
    loginId,
    startedAt: time,
    startUuid: uuid,
    startReason: event.action === 'LOGIN' ? 'LOGIN' : 'FIRST_SEEN',
    user,
    userDomain,
    userName,
    uid,
    loginType,
    srcIp,
    srcIps: srcIp === null ? [] : [srcIp],
    endedAt: null,
    endReason: null,
    endUuid: null,
    lastAt: time,
    lastUuid: uuid,
    ownLastAt: time,
    lockCount: 0,
    unlockCount: 0,
    reconnectCount: 0,
    states: START_STATES,
    isDiverted: false,
  };
  if (event.action !== 'LOGIN') CHANGE[event.action](session, event);
  return session;
};

/** Adds a fact to its open session. */
const change = (session: Draft, fact: OwnFact, sources: Sources): void => {
  if (fact.kind === 'EVENT') {
    addUp(session, fact, sources);
    if (fact.action !== 'LOGIN') CHANGE[fact.action](session, fact);
  } else {
    session.ownLastAt = fact.time;
    tellState(session, 'DISCONNECT', fact.time);
  }
};

/** The effect of each action on an open session. */
const CHANGE = {
  LOGOUT: (session, { time, uuid }) => {
    end(session, time, 'LOGOUT');
    session.endUuid = uuid;
  },
  RECONNECT: (session, { time }) => {
    tellState(session, 'RECONNECT', time);
    session.reconnectCount += 1;
  },
  LOCK: (session, { time }) => {
    tellState(session, 'LOCK', time);
    session.lockCount += 1;
  },
  UNLOCK: (session, { time }) => {
    tellState(session, 'UNLOCK', time);
    session.unlockCount += 1;
  },
} as const satisfies Record<Exclude<Action, 'LOGIN'>, (session: Draft, event: PairEvent) => void>;

const tellState = (session: Draft, fact: StateFact, time: string): void => {
  const atUs = toMicroseconds(time) - toMicroseconds(session.startedAt);
  session.states = addStateFact(session.states, fact, atUs);
};

const end = (session: Draft, time: string, reason: EndReason): void => {
  session.endedAt = time;
  session.endReason = reason;
};

/** Adds the values of an event to its open session: the first known value is kept, and sources are collected. */
const addUp = (session: Draft, event: PairEvent, sources: Sources): void => {
  const { srcIp } = event;
  if (session.user === null) {
    session.user = event.user;
    session.userDomain = event.userDomain;
    session.userName = event.userName;
  }
  session.uid ??= event.uid;
  session.loginType ??= event.loginType;
  session.srcIp ??= srcIp;
  if (srcIp !== null) addSource(sources, session, srcIp);
  session.ownLastAt = event.time;
};
