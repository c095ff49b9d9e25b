import { makeNameFolder } from './nameFolder.ts';
import type { NameFolder } from './nameFolder.ts';
import { makeRecall, recall, remember } from './recall.ts';
import type { Recall } from './recall.ts';
import { isNear, makeRecentTimes, noteTime } from './recentTimes.ts';
import type { RecentTimes } from './recentTimes.ts';
import type { Outcome } from './sensor.ts';
import type { LoginInput } from './sessionEventInput.ts';

/** The logs in which a Linux host tells of one login, each under a login id of its own. */
export const LINUX_SOURCES = ['audit', 'syslog', 'utmp'] as const;

export type LinuxSource = (typeof LINUX_SOURCES)[number];

/** What is remembered of the logins of a run. A value with state: change it only through the functions here. */
export type SourceJoin = {
  readonly logins: RecentTimes;
  /** By source, host and login id: whether the login was told by another source. */
  readonly told: Recall<LinuxSource | null>;
  readonly names: NameFolder;
};

export const makeSourceJoin = (): SourceJoin => ({
  logins: makeRecentTimes(WINDOW_MS, CAPACITY),
  told: makeRecall(CAPACITY),
  names: makeNameFolder(),
});

const WINDOW_MS = 5_000;
const CAPACITY = 50_000;

/**
 * Keeps a login that several of auditd, syslog and wtmp tell of from becoming two: what another source of the run told of is skipped, with
 * its logout. The source that is read first stays.
 *
 * It is the same login where host, user, source address, outcome and, if both have one, source port are equal within 5 s; or host,
 * user, outcome and login id, since systemd-logind numbers its sessions as auditd does, and tells no address.
 */
export const joinSource = (join: SourceJoin, source: LinuxSource, outcome: Outcome): Outcome => {
  if (outcome.kind !== 'EVENT') return outcome;
  const { event, origin } = outcome;
  if ('login' in event) {
    const { login } = event;
    const teller = findTeller(join, source, login);
    if (login.loginId !== undefined) remember(join.told, idKey(join, source, login), teller);
    if (teller !== null) return { kind: 'SKIPPED', reason: REASONS[teller], origin };
    for (const key of listKeys(join, login)) noteTime(join.logins, `${source} ${key}`, timeOf(login));
    return outcome;
  }
  const teller = 'logout' in event ? recall(join.told, idKey(join, source, event.logout)) : null;
  return teller === null || teller === undefined
    ? outcome
    : { kind: 'SKIPPED', reason: REASONS[teller], origin };
};

const REASONS = {
  audit: 'told by auditd in this run',
  syslog: 'told by sshd or PAM in this run',
  utmp: 'told by wtmp or btmp in this run',
} as const satisfies Record<LinuxSource, string>;

const findTeller = (join: SourceJoin, source: LinuxSource, login: LoginInput): LinuxSource | null => {
  const [base = '', withPort = '', ...withId] = listKeys(join, login);
  // With a port: the same one, or a login of which no port is known. Without: any.
  const keys = [...(login.srcPort === undefined ? [base] : [withPort, base + NO_PORT]), ...withId];
  return (
    LINUX_SOURCES.find(
      (other) =>
        other !== source && keys.some((key) => isNear(join.logins, `${other} ${key}`, timeOf(login))),
    ) ?? null
  );
};

const NO_PORT = '\n?';

/** By what the login is found: by all but the port, with the port or its lack, and by its id if it has one. */
const listKeys = ({ names }: SourceJoin, login: LoginInput): readonly string[] => {
  const { hostname, user, loginId, srcIp = '', srcPort, loginSuccessful } = login;
  const [host, account] = [names.foldHost(hostname), names.foldAccount(user)];
  const base = [host, account, srcIp, loginSuccessful].join('\n');
  const withId = loginId === undefined ? [] : [[host, account, loginSuccessful, `id ${loginId}`].join('\n')];
  return [base, base + (srcPort === undefined ? NO_PORT : `\n${srcPort}`), ...withId];
};

const idKey = ({ names }: SourceJoin, source: LinuxSource, event: Pick<LoginInput, 'hostname' | 'loginId'>) =>
  `${source} ${names.foldHost(event.hostname)} ${event.loginId ?? ''}`;

const timeOf = ({ time }: LoginInput): number => Date.parse(time);
