import { makeRecentMap, getRecent, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { EventOutcome, Outcome, OutcomeOrigin } from '../sensor.ts';

/** The account and time of a line; host and account are folded names. */
export type LogindSighting = { readonly host: string; readonly account: string; readonly timeMs: number };

/** A line in which sshd or PAM reports an opened session; `process` is null if the line has no pid. */
export type SessionLine = LogindSighting & { readonly process: string | null };

/** The start of a session, with the outcomes that apply if no other program reports the login. */
export type LogindStart = LogindSighting & {
  readonly id: string;
  readonly user: string | undefined;
  /** Why it is not a user session; null if it is one. */
  readonly reason: string | null;
  readonly outcomes: readonly EventOutcome[];
};

/** The end of a session. Its line does not contain the user. */
export type LogindEnd = {
  readonly host: string;
  readonly timeMs: number;
  readonly id: string;
  readonly origin: OutcomeOrigin;
  readonly makeOutcomes: (user: string | undefined) => readonly EventOutcome[];
};

/** State between lines. Mutable; changed only by the functions in this file. */
export type LogindJoin = {
  /** Lines, by host, account and bucket of time. */
  readonly sessionLines: RecentMap<ReportedLogin[]>;
  /** Lines by process and account, because sshd and its PAM module both report the same login. */
  readonly processes: RecentMap<ReportedLogin>;
  /** By host and id. */
  readonly sessions: RecentMap<Session>;
  /** Sessions that no other program has reported yet, by host, account and bucket of time, oldest first. */
  readonly waiting: Map<string, Session[]>;
  waitingCount: number;
};

type ReportedLogin = { readonly timeMs: number; readonly login: { isTaken: boolean } };

type Session = LogindStart & {
  fate: 'WAITING' | 'LOGIN' | 'TOLD' | 'NO_PERSON';
  /** The outcomes of its end, which wait with it; null until the end is read. */
  end: readonly EventOutcome[] | null;
};

/**
 * Joins the sessions of systemd-logind with the lines in which sshd and PAM report them. Only sessions that they do not report become a
 * login and a logout. Lines of cron, su and sudo count as reports, too: they do not open user sessions.
 *
 * A login has one session within 5 s, so each line matches at most one session: the earliest that is still unmatched. PAM's line may be
 * just before or after logind's, or in a file that is read later (`messages` and `secure`), so an unreported session waits until the
 * end of the input.
 */
export const makeLogindJoin = (): LogindJoin => ({
  sessionLines: makeRecentMap(CAPACITY),
  processes: makeRecentMap(CAPACITY),
  sessions: makeRecentMap(CAPACITY),
  waiting: new Map(),
  waitingCount: 0,
});

const WINDOW_MS = 5_000;
/** The longest time from `Accepted` to PAM's `session opened` of the same process. After that a pid may be reused. */
const SAME_PROCESS_MS = 60_000;
const CAPACITY = 20_000;
const MAX_WAITING = 10_000;

/** Notes that sshd or PAM opened a session, and returns the outcomes of the session that waited for it. */
export const noteSessionLine = (
  join: LogindJoin,
  { process, ...sighting }: SessionLine,
): readonly Outcome[] => {
  const { timeMs } = sighting;
  const before = process === null ? undefined : getRecent(join.processes, `${process} ${sighting.account}`);
  const isSame = before !== undefined && Math.abs(before.timeMs - timeMs) <= SAME_PROCESS_MS;
  const reported: ReportedLogin = { timeMs, login: isSame ? before.login : { isTaken: false } };
  if (process !== null) setRecent(join.processes, `${process} ${sighting.account}`, reported);
  if (reported.login.isTaken) return [];
  const session = findEarliest(sighting, (key) => join.waiting.get(key) ?? []);
  if (session === undefined) {
    const key = bucketKey(sighting, timeMs);
    setRecent(join.sessionLines, key, append(getRecent(join.sessionLines, key), reported));
    return [];
  }
  reported.login.isTaken = true;
  stopWaiting(join, session);
  return settle(session, 'TOLD');
};

/** Adds the start of a session: settles it if an earlier line reported it, and lets it wait otherwise. */
export const startSession = (join: LogindJoin, start: LogindStart): readonly Outcome[] => {
  const key = sessionKey(start);
  const before = getRecent(join.sessions, key);
  if (before !== undefined && isSameStart(before, start)) return skip(start.outcomes, REPEATED);
  const session: Session = { ...start, fate: 'WAITING', end: null };
  setRecent(join.sessions, key, session);
  if (start.reason !== null) return settle(session, 'NO_PERSON');
  const reported = findEarliest(start, (bucket) =>
    (getRecent(join.sessionLines, bucket) ?? []).filter(({ login }) => !login.isTaken),
  );
  if (reported !== undefined) {
    reported.login.isTaken = true;
    return settle(session, 'TOLD');
  }
  const bucket = bucketKey(start, start.timeMs);
  join.waiting.set(bucket, append(join.waiting.get(bucket), session));
  join.waitingCount += 1;
  return join.waitingCount > MAX_WAITING ? settleOldest(join) : [];
};

/** Adds the end of a session, which shares its fate. logind reports it twice: at the logout, and after its last process ended. */
export const endSession = (
  join: LogindJoin,
  { host, timeMs, id, origin, makeOutcomes }: LogindEnd,
): readonly Outcome[] => {
  const session = getRecent(join.sessions, sessionKey({ host, id }));
  // The older of two files may be read later. Its number may belong to a session before a restart of the host.
  const isStarted = session !== undefined && session.timeMs <= timeMs;
  if (!isStarted) return [{ kind: 'SKIPPED', reason: NOT_STARTED, origin }];
  if (session.end !== null) return [{ kind: 'SKIPPED', reason: REPEATED_END, origin }];
  session.end = makeOutcomes(session.user);
  return session.fate === 'WAITING' ? [] : giveFate(session, session.end);
};

/** Returns the waiting sessions up to that time, which no other line reported. */
export function* settleSessions(join: LogindJoin, untilMs: number): Generator<Outcome, void> {
  for (const [bucket, sessions] of join.waiting) {
    const due = sessions.filter(({ timeMs }) => timeMs <= untilMs);
    setWaiting(
      join,
      bucket,
      sessions.filter(({ timeMs }) => timeMs > untilMs),
    );
    for (const session of due) yield* settle(session, 'LOGIN');
  }
}

const REPEATED = 'systemd-logind: repeats the start of a session';
const REPEATED_END = 'systemd-logind: repeats the end of a session';
const NOT_STARTED = 'systemd-logind: the end of a session whose start is not in the log';

/** Whether a start is the same line in another file. */
const isSameStart = (before: Session, { account, timeMs }: LogindStart): boolean =>
  before.account === account && Math.abs(before.timeMs - timeMs) <= WINDOW_MS;

const settleOldest = (join: LogindJoin): readonly Outcome[] => {
  const [[bucket, sessions] = ['', []]] = join.waiting;
  setWaiting(join, bucket, []);
  return sessions.flatMap((session) => settle(session, 'LOGIN'));
};

const stopWaiting = (join: LogindJoin, session: Session): void => {
  const bucket = bucketKey(session, session.timeMs);
  const others = (join.waiting.get(bucket) ?? []).filter((other) => other !== session);
  setWaiting(join, bucket, others);
};

const setWaiting = (join: LogindJoin, bucket: string, sessions: Session[]): void => {
  join.waitingCount += sessions.length - (join.waiting.get(bucket)?.length ?? 0);
  if (sessions.length === 0) join.waiting.delete(bucket);
  else join.waiting.set(bucket, sessions);
};

/** Decides the fate of a session, for its start and for an end that waits with it. */
const settle = (session: Session, fate: Exclude<Session['fate'], 'WAITING'>): readonly Outcome[] => {
  session.fate = fate;
  return giveFate(session, [...session.outcomes, ...(session.end ?? [])]);
};

const giveFate = ({ fate, reason }: Session, outcomes: readonly EventOutcome[]): readonly Outcome[] =>
  fate === 'LOGIN' ? outcomes : skip(outcomes, reason ?? 'systemd-logind: already reported by sshd or PAM');

const skip = (outcomes: readonly EventOutcome[], reason: string): readonly Outcome[] =>
  outcomes.map(({ origin }) => ({ kind: 'SKIPPED', reason, origin }));

/** Finds the earliest item within the window before or after. The window extends into the previous and the next bucket only. */
const findEarliest = <Item extends { readonly timeMs: number }>(
  sighting: LogindSighting,
  list: (bucket: string) => readonly Item[],
): Item | undefined => {
  const { timeMs } = sighting;
  let earliest: Item | undefined;
  for (const inBucketMs of [timeMs - WINDOW_MS, timeMs, timeMs + WINDOW_MS]) {
    for (const item of list(bucketKey(sighting, inBucketMs))) {
      const isNear = Math.abs(item.timeMs - timeMs) <= WINDOW_MS;
      if (isNear && (earliest === undefined || item.timeMs < earliest.timeMs)) earliest = item;
    }
  }
  return earliest;
};

const bucketKey = ({ host, account }: LogindSighting, timeMs: number): string =>
  `${Math.floor(timeMs / WINDOW_MS)} ${host} ${account}`;

/** Appends to the list itself: copying it for each item would take quadratic time. */
const append = <Item>(list: Item[] = [], item: Item): Item[] => {
  list.push(item);
  return list;
};

const sessionKey = ({ host, id }: Pick<LogindEnd, 'host' | 'id'>): string => `${host} ${id}`;
