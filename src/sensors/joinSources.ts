import type { NameFolding } from './nameFolding.ts';
import { makeRecentMap, getRecent, setRecent } from './recentMap.ts';
import type { RecentMap } from './recentMap.ts';
import { isNear, makeRecentTimes, noteTime } from './recentTimes.ts';
import type { RecentTimes } from './recentTimes.ts';
import { LINUX_SOURCES } from './sensor.ts';
import type { ContextOutcome, LinuxSource, Outcome } from './sensor.ts';
import type { LoginInput } from './sessionEventInput.ts';

/** The logins of a run. Mutable; changed only by the functions in this file. */
export type SourceJoin = {
  readonly logins: Readonly<Record<LinuxSource, RecentTimes>>;
  /** By source, host and login id: the other source that reported the login first; null if none did. */
  readonly reported: RecentMap<LinuxSource | null>;
  readonly names: NameFolding;
};

export const makeSourceJoin = (names: NameFolding): SourceJoin => ({
  logins: {
    audit: makeRecentTimes(SAME_LOGIN_MS, CAPACITY),
    syslog: makeRecentTimes(SAME_LOGIN_MS, CAPACITY),
    utmp: makeRecentTimes(SAME_LOGIN_MS, CAPACITY),
  },
  reported: makeRecentMap(CAPACITY),
  names,
});

export const SAME_LOGIN_MS = 5_000;
const CAPACITY = 50_000;

/**
 * Skips a login, and its logout, that another of auditd, syslog and wtmp has reported in this run. The source that is read first wins. A
 * reconnect or disconnect of that login is kept without its login id, because the session has the id of the other source.
 *
 * Two logins are the same if, within 5 s, host, user, source address and result are equal, and the source port if both have one. They are
 * also the same if host, user, result and login id are equal within 5 s: systemd-logind numbers its sessions as auditd does and reports
 * no address. A login without a user is that of utmp with its login id: macOS writes both, with the same process, and names the user in utmpx only.
 */
export const joinSource = (join: SourceJoin, source: LinuxSource, outcome: Outcome): Outcome => {
  if (outcome.kind === 'CONTEXT') return joinDisconnect(join, source, outcome);
  if (outcome.kind !== 'EVENT' || outcome.timeMs === null) return outcome;
  const { event, origin, timeMs } = outcome;
  if ('login' in event) {
    const keys = listKeys(join, source, event.login);
    const other = findOther(join, source, { keys, timeMs });
    if (event.login.loginId !== undefined) setRecent(join.reported, idKey(join, source, event.login), other);
    if (other !== null) return { kind: 'SKIPPED', reason: REASONS[other], origin };
    for (const key of Object.values(keys)) {
      if (key !== null) noteTime(join.logins[source], key, timeMs);
    }
    return outcome;
  }
  if ('logout' in event) {
    const other = findReported(join, source, event.logout);
    return other === null ? outcome : { kind: 'SKIPPED', reason: REASONS[other], origin };
  }
  if ('reconnect' in event && findReported(join, source, event.reconnect) !== null) {
    return { ...outcome, event: { reconnect: { ...event.reconnect, loginId: undefined } } };
  }
  return outcome;
};

const joinDisconnect = (join: SourceJoin, source: LinuxSource, outcome: ContextOutcome): ContextOutcome => {
  if (!('disconnect' in outcome.event)) return outcome;
  const { disconnect } = outcome.event;
  return findReported(join, source, disconnect) === null
    ? outcome
    : { ...outcome, event: { disconnect: { ...disconnect, loginId: undefined } } };
};

/** The other source that reported the login with this id; null if none did. */
const findReported = (
  join: SourceJoin,
  source: LinuxSource,
  input: Pick<LoginInput, 'hostname' | 'loginId'>,
): LinuxSource | null => getRecent(join.reported, idKey(join, source, input)) ?? null;

const REASONS = {
  audit: 'already reported by auditd in this run',
  syslog: 'already reported by sshd or PAM in this run',
  utmp: 'already reported by wtmp or btmp in this run',
} as const satisfies Record<LinuxSource, string>;

/** The keys by which a login is found. */
type LoginKeys = {
  /** All values except the port. */
  readonly base: string;
  /** With the port; null if the login has none. */
  readonly withPort: string | null;
  /** For logins without a port; null if this one has a port. */
  readonly withoutPort: string | null;
  /** With the login id; null if the login has none. */
  readonly withId: string | null;
  /** With the login id and without the user; null if the login has no id, or is not of utmp and has a user. */
  readonly ofProcess: string | null;
};

const listKeys = ({ names }: SourceJoin, source: LinuxSource, login: LoginInput): LoginKeys => {
  const { hostname, user, loginId, srcIp = '', srcPort, loginSuccessful } = login;
  const host = names.foldHost(hostname);
  const account = `${host}\n${names.foldAccount(user)}`;
  const base = `${account}\n${srcIp}\n${loginSuccessful}`;
  return {
    base,
    withPort: srcPort === undefined ? null : `${base}\n${srcPort}`,
    withoutPort: srcPort === undefined ? `${base}${NO_PORT}` : null,
    withId: loginId === undefined ? null : `${account}\n${loginSuccessful}\nid ${loginId}`,
    ofProcess:
      loginId === undefined || (source !== 'utmp' && user !== undefined)
        ? null
        : `${host}\n${loginSuccessful}\nprocess ${loginId}`,
  };
};

const NO_PORT = '\n?';

const findOther = (
  { logins }: SourceJoin,
  source: LinuxSource,
  { keys, timeMs }: { readonly keys: LoginKeys; readonly timeMs: number },
): LinuxSource | null => {
  const { base, withPort, withId, ofProcess } = keys;
  // A login with a port matches the same port or a login whose port is not known; one without a port matches any.
  const candidates = withPort === null ? [base, withId] : [withPort, `${base}${NO_PORT}`, withId];
  if (source !== 'utmp' && ofProcess !== null && isNear(logins.utmp, ofProcess, timeMs)) return 'utmp';
  const isReportedBy = (other: LinuxSource): boolean =>
    candidates.some((key) => key !== null && isNear(logins[other], key, timeMs));
  return LINUX_SOURCES.find((other) => other !== source && isReportedBy(other)) ?? null;
};

const idKey = (
  { names }: SourceJoin,
  source: LinuxSource,
  { hostname, loginId }: Pick<LoginInput, 'hostname' | 'loginId'>,
): string => `${source} ${names.foldHost(hostname)} ${loginId ?? ''}`;
