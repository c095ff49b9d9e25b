import type { Action, LoginType } from '../action.ts';

import { toMicroseconds } from './sessionRank.ts';
import type { EndReason, PairKey, StartReason, StoredSession } from './session.ts';

/** An event of a pair, as far as its session is concerned. Failed and linked logins are none of these. */
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

/** The pair's host started: whatever ran on it is over. It comes before events of the same time. */
export type HostStarted = { readonly kind: 'HOST_START'; readonly time: string };

export type PairItem = PairEvent | HostStarted;

/**
 * Folds events of one pair, ordered by (time, uuid), into its sessions.
 *
 * @param from the session to go on from, when the items are all later than its last event; null when no session is open before
 * them. An end that is only an upper bound is forgotten: what made it is among the items.
 * @returns `from`, gone on, and the sessions after it, oldest first.
 */
export const foldSessions = (
  pair: PairKey,
  from: StoredSession | null,
  items: readonly PairItem[],
): readonly StoredSession[] => {
  const sessions = from === null ? [] : [withoutUpperBound(from)];
  // Whether a restart has cut the last session off, so that not even a late logout belongs to it.
  let isCut = false;
  for (const item of items) {
    const last = isCut ? undefined : sessions.at(-1);
    const next = item.kind === 'HOST_START' ? restart(last, item) : advance(last, item);
    if (next !== undefined && last !== undefined) sessions[sessions.length - 1] = next;
    if (item.kind === 'HOST_START') {
      isCut = true;
    } else if (next === undefined && opens(item)) {
      if (last !== undefined && last.endedAt === null)
        sessions[sessions.length - 1] = end(last, item.time, 'SUPERSEDED');
      sessions.push(open(pair, item));
      isCut = false;
    }
  }
  return sessions;
};

const withoutUpperBound = (session: StoredSession): StoredSession =>
  session.endReason === 'LOGOUT' ? session : { ...session, endedAt: null, endReason: null };

const restart = (session: StoredSession | undefined, { time }: HostStarted): StoredSession | undefined =>
  session?.endedAt === null ? end(session, time, 'HOST_RESTART') : session;

/** The session with the event in it, or undefined when the event belongs to no session before it. */
const advance = (session: StoredSession | undefined, event: PairEvent): StoredSession | undefined => {
  if (session === undefined) return undefined;
  if (event.action === 'LOGIN') {
    // Several successful logins of one time are one opening.
    const isSameOpening = session.startReason === 'LOGIN' && session.startedAt === event.time;
    return isSameOpening ? { ...session, lastAt: event.time, lastUuid: event.uuid } : undefined;
  }
  if (session.endedAt !== null) {
    return event.action === 'LOGOUT' ? { ...session, lastAt: event.time, lastUuid: event.uuid } : undefined;
  }
  return CHANGE[event.action](include(session, event), event);
};

/** A REMOTE logout alone tells nothing of its session: an orphan. */
const opens = ({ action, loginType }: PairEvent): boolean => action !== 'LOGOUT' || loginType !== 'REMOTE';

const open = ({ hostname, loginId }: PairKey, event: PairEvent): StoredSession => {
  const startReason: StartReason = event.action === 'LOGIN' ? 'LOGIN' : 'FIRST_SEEN';
  const { time, uuid, user, userDomain, userName, uid, loginType, srcIp } = event;
  const session: StoredSession = {
    hostname,
    loginId,
    startedAt: time,
    startUuid: uuid,
    startReason,
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
  return event.action === 'LOGIN' ? session : CHANGE[event.action](session, event);
};

/** What each action does to an open session. */
const CHANGE = {
  LOGOUT: (session, { time, uuid }) => ({ ...end(session, time, 'LOGOUT'), endUuid: uuid }),
  RECONNECT: (session) => ({ ...session, reconnectCount: session.reconnectCount + 1 }),
  LOCK: (session, { time }) => ({ ...withState(session, true, time), lockCount: session.lockCount + 1 }),
  UNLOCK: (session, { time }) => ({
    ...withState(session, false, time),
    unlockCount: session.unlockCount + 1,
  }),
} as const satisfies Record<
  Exclude<Action, 'LOGIN'>,
  (session: StoredSession, event: PairEvent) => StoredSession
>;

const withState = (session: StoredSession, isLocked: boolean, time: string): StoredSession =>
  session.isLocked === isLocked ? session : { ...session, isLocked, stateSince: time };

const end = (session: StoredSession, time: string, reason: EndReason): StoredSession => ({
  ...session,
  endedAt: time,
  endReason: reason,
});

/** Takes what an event says about its session: the first to say it is believed, sources are collected. */
const include = (session: StoredSession, event: PairEvent): StoredSession => {
  const elapsedUs = toMicroseconds(event.time) - toMicroseconds(session.lastAt);
  const { srcIp } = event;
  const isNewSource = srcIp !== null && !session.srcIps.includes(srcIp);
  const who = session.user === null ? event : session;
  return {
    ...session,
    user: who.user,
    userDomain: who.userDomain,
    userName: who.userName,
    uid: session.uid ?? event.uid,
    loginType: session.loginType ?? event.loginType,
    srcIp: session.srcIp ?? srcIp,
    srcIps: isNewSource ? [...session.srcIps, srcIp].toSorted() : session.srcIps,
    lastAt: event.time,
    lastUuid: event.uuid,
    lockedUs: session.lockedUs + (session.isLocked ? elapsedUs : 0),
    unlockedUs: session.unlockedUs + (session.isLocked ? 0 : elapsedUs),
  };
};
