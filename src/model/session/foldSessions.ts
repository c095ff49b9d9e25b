import type { Action, LoginType } from '../action.ts';
import { eachInSlices, weighLittle } from '../mapInSlices.ts';

import { toMicroseconds } from './sessionRank.ts';
import type { EndReason, PairKey, StoredSession } from './session.ts';

/** The fields of an event of a pair that its session needs. Failed and linked logins are not included. */
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

/** The pair's host started, so all its sessions are over. It comes before events with the same time. */
export type HostStarted = { readonly kind: 'HOST_START'; readonly time: string };

export type PairItem = PairEvent | HostStarted;

/**
 * Folds events of one pair, ordered by (time, uuid), into its sessions.
 *
 * @param from the session to continue, if all items are later than its last event; null if no session is open before them. An end
 * that is only an upper bound is discarded: the items contain its cause.
 * @returns the continued `from` and the sessions after it, oldest first; `from` itself is not changed.
 */
export const foldSessions = async (
  pair: PairKey,
  from: StoredSession | null,
  items: readonly PairItem[],
): Promise<readonly StoredSession[]> => {
  const sessions: Draft[] = from === null ? [] : [withoutUpperBound(from)];
  // The session that the next item may belong to; undefined after a restart, so that a late logout does not belong to it.
  let last = sessions.at(-1);
  const sources: Sources = { session: undefined, known: new Set() };
  const fold = (item: PairItem): void => {
    if (item.kind === 'HOST_START') {
      if (last?.endedAt === null) end(last, item.time, 'HOST_RESTART');
      last = undefined;
    } else if ((last === undefined || !takeIn(last, item, sources)) && opens(item)) {
      if (last?.endedAt === null) end(last, item.time, 'SUPERSEDED');
      last = open(pair, item);
      sessions.push(last);
    }
  };
  await eachInSlices(items, fold, weighLittle);
  writeSources(sources);
  return sessions;
};

/** The sources of the current session as a set, because insertion into a sorted list takes time proportional to its length. */
type Sources = { session: Draft | undefined; known: Set<string> };

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

const withoutUpperBound = (session: StoredSession): Draft =>
  session.endReason === 'LOGOUT' ? { ...session } : { ...session, endedAt: null, endReason: null };

/** Adds the event to the session if it belongs to it, and returns whether it does. */
const takeIn = (session: Draft, event: PairEvent, sources: Sources): boolean => {
  if (event.action === 'LOGIN') {
    // Successful logins with the same time open one session.
    if (session.startReason !== 'LOGIN' || session.startedAt !== event.time) return false;
  } else if (session.endedAt === null) {
    addUp(session, event, sources);
    CHANGE[event.action](session, event);
  } else if (event.action !== 'LOGOUT') {
    return false;
  }
  session.lastAt = event.time;
  session.lastUuid = event.uuid;
  return true;
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
    lockCount: 0,
    unlockCount: 0,
    reconnectCount: 0,
    isLocked: false,
    stateSince: time,
    lockedUs: 0,
    unlockedUs: 0,
  };
  if (event.action !== 'LOGIN') CHANGE[event.action](session, event);
  return session;
};

/** The effect of each action on an open session. */
const CHANGE = {
  LOGOUT: (session, { time, uuid }) => {
    end(session, time, 'LOGOUT');
    session.endUuid = uuid;
  },
  RECONNECT: (session) => {
    session.reconnectCount += 1;
  },
  LOCK: (session, { time }) => {
    setLocked(session, true, time);
    session.lockCount += 1;
  },
  UNLOCK: (session, { time }) => {
    setLocked(session, false, time);
    session.unlockCount += 1;
  },
} as const satisfies Record<Exclude<Action, 'LOGIN'>, (session: Draft, event: PairEvent) => void>;

const setLocked = (session: Draft, isLocked: boolean, time: string): void => {
  if (session.isLocked === isLocked) return;
  session.isLocked = isLocked;
  session.stateSince = time;
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
  const elapsedUs = toMicroseconds(event.time) - toMicroseconds(session.lastAt);
  if (session.isLocked) session.lockedUs += elapsedUs;
  else session.unlockedUs += elapsedUs;
};
