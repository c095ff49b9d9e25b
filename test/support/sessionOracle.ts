/**
 * An oracle for the sessions of a set of events: a simple fold over all events of each pair of host and login id, written from the rules and
 * not from the code.
 */
export type OracleEvent = {
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly loginId: string | null;
  readonly action: string;
  readonly loginSuccessful?: boolean;
  readonly linkedLoginId?: string | null;
  readonly loginType?: string | null;
  readonly srcIp?: string | null;
  readonly user: string | null;
  readonly uid: string | null;
};

export type OracleSession = {
  hostname: string;
  loginId: string;
  startedAt: string;
  startUuid: string;
  startReason: string;
  endedAt: string | null;
  endReason: string | null;
  user: string | null;
  uid: string | null;
  loginType: string | null;
  srcIps: string[];
  locks: number;
  unlocks: number;
  reconnects: number;
  lockedUs: number;
  unlockedUs: number;
  members: string[];
};

type Start = { readonly hostname: string; readonly time: string };

const micros = (time: string): number =>
  Date.parse(`${time.slice(0, 19)}Z`) * 1000 + Number(time.slice(20, 26));

/** Implements rules 2, 6 and 7, and that a failed login never opens a session. */
const counts = (event: OracleEvent): boolean => {
  if (event.loginId === null) return false;
  if (event.action === 'LOGIN' && event.loginSuccessful !== true) return false;
  if (event.action === 'LOGIN' && (event.linkedLoginId ?? null) !== null) return false;
  const number = Number(event.loginId);
  const isFixed = number >= 0x3e3 && number <= 0x3e7;
  return !(isFixed && /^S-1-5-(7|17|18|19|20)$/.test(event.uid ?? ''));
};

export const sessionsOf = (events: readonly OracleEvent[], starts: readonly Start[]): OracleSession[] => {
  const pairs = new Set(events.filter(counts).map(({ hostname, loginId }) => `${hostname} ${loginId}`));
  return [...pairs].flatMap((pair) => {
    const ofPair = events.filter((event) => counts(event) && `${event.hostname} ${event.loginId}` === pair);
    const ofHost = starts.filter(({ hostname }) => hostname === ofPair[0]?.hostname);
    return foldPair(ofPair, ofHost);
  });
};

const foldPair = (events: OracleEvent[], starts: Start[]): OracleSession[] => {
  const sessions: OracleSession[] = [];
  const ordered = [...events].sort((a, b) => (a.time + a.uuid < b.time + b.uuid ? -1 : 1));
  ordered.forEach((event) => {
    const before = sessions.at(-1);
    // Rule 4: a host start after the last event of a session ends the session for good; later events do not join it.
    const lastTime = before && lastTimes.get(before)?.time;
    const cut = lastTime !== undefined && starts.some(({ time }) => time > lastTime && time <= event.time);
    if (cut && before && before.endedAt === null) {
      before.endedAt =
        starts
          .map(({ time }) => time)
          .filter((time) => time > lastTime)
          .sort()[0] ?? null;
      before.endReason = 'HOST_RESTART';
    }
    const open = before && !cut && before.endedAt === null ? before : undefined;
    if (event.action === 'LOGIN') {
      // Rule 1: logins at the same time open one session.
      if (before && !cut && before.startReason === 'LOGIN' && before.startedAt === event.time) {
        before.members.push(event.uuid);
        return;
      }
      if (open) {
        open.endedAt = event.time;
        open.endReason = 'SUPERSEDED';
      }
      sessions.push(begin(event, 'LOGIN'));
    } else if (open) {
      join(open, event);
    } else if (event.action === 'LOGOUT' && before && !cut) {
      before.members.push(event.uuid);
    } else if (event.action !== 'LOGOUT' || event.loginType !== 'REMOTE') {
      // Rule 3: the log starts in the middle of this session.
      const session = begin(event, 'FIRST_SEEN');
      sessions.push(session);
      apply(session, event);
    }
  });
  const last = sessions.at(-1);
  const final = ordered.at(-1);
  const next = starts
    .map(({ time }) => time)
    .filter((time) => final !== undefined && time > final.time)
    .sort()[0];
  if (last && last.endedAt === null && next !== undefined) {
    last.endedAt = next;
    last.endReason = 'HOST_RESTART';
  }
  return sessions;
};

const lastTimes = new WeakMap<OracleSession, { time: string; locked: boolean }>();

const begin = (event: OracleEvent, startReason: string): OracleSession => {
  const session = {
    hostname: event.hostname,
    loginId: event.loginId ?? '',
    startedAt: event.time,
    startUuid: event.uuid,
    startReason,
    endedAt: null,
    endReason: null,
    user: event.user,
    uid: event.uid,
    loginType: event.loginType ?? null,
    srcIps: event.srcIp ? [event.srcIp] : [],
    locks: 0,
    unlocks: 0,
    reconnects: 0,
    lockedUs: 0,
    unlockedUs: 0,
    members: [event.uuid],
  };
  lastTimes.set(session, { time: event.time, locked: false });
  return session;
};

const join = (session: OracleSession, event: OracleEvent): void => {
  const last = lastTimes.get(session) ?? { time: event.time, locked: false };
  const elapsed = micros(event.time) - micros(last.time);
  if (last.locked) session.lockedUs += elapsed;
  else session.unlockedUs += elapsed;
  last.time = event.time;
  session.members.push(event.uuid);
  session.user ??= event.user;
  session.uid ??= event.uid;
  session.loginType ??= event.loginType ?? null;
  if (event.srcIp) session.srcIps = [...new Set([...session.srcIps, event.srcIp])].sort();
  apply(session, event);
};

const apply = (session: OracleSession, event: OracleEvent): void => {
  const last = lastTimes.get(session);
  if (event.action === 'LOCK') session.locks += 1;
  if (event.action === 'UNLOCK') session.unlocks += 1;
  if (event.action === 'RECONNECT') session.reconnects += 1;
  if (last && event.action === 'LOCK') last.locked = true;
  if (last && event.action === 'UNLOCK') last.locked = false;
  if (event.action === 'LOGOUT') {
    session.endedAt = event.time;
    session.endReason = 'LOGOUT';
  }
};
