import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedAttempt, MappedMessage } from './mappedMessage.ts';
import { OWN_CHANNEL } from './joinAttempts.ts';
import { JUNOS_CHANNEL } from './recentFailures.ts';
import { findPamService, isGreeterUser } from './pamServices.ts';
import type { PamService } from './pamServices.ts';

/** A message of a PAM module, as `pam_unix(sshd:auth): …` or, from old versions, of the program `sshd(pam_unix)`. */
export type PamMessage = {
  /** `pam_unix`, `pam_sss` and others. */
  readonly module: string;
  readonly service: string;
  readonly text: string;
};

const MESSAGE = /^(pam_\w+)\(([\w.@-]+)(?::\w+)?\): (.*)$/s;
/** Of Linux-PAM before 0.99; the service is the program. */
const OLD_MESSAGE = /^(?:\((pam_\w+)\)|(pam_unix2?):) (.*)$/s;

/** Parses the text of a message; null if it is not of a PAM module. */
export const parsePam = (text: string, program: string): PamMessage | null => {
  if (!text.startsWith('pam_') && !text.startsWith('(pam_')) return null;
  const [, module, service = '', rest = ''] = MESSAGE.exec(text) ?? [];
  if (module !== undefined) return { module, service, text: rest };
  const [, first, second, old = ''] = OLD_MESSAGE.exec(text) ?? [];
  const oldModule = first ?? second;
  return oldModule === undefined ? null : { module: oldModule, service: program, text: old };
};

/** The forms of Linux-PAM since version 1.4 and before it, and those that end earlier. A name may contain ` by `. */
const OPENED = [
  /^session opened for user (.*)\(uid=(\d+)\) by [^()]*\(uid=\d+\)$/s,
  /^session opened for user ([^()]*) by [^()]*\(uid=\d+\)$/s,
  /^session opened for user (.*?)(?:\(uid=(\d+)\))?(?: by .*)?$/s,
] as const;
const CLOSED = /^session closed for user (.*)$/s;
/** pam_unix2 of SUSE, until version 11. */
const STARTED = /^session (started|finished) for user (.*), service \S+ ?$/s;
/** pam_unix writes the first failure of a conversation at once, and the number of the others at its end. */
const FAILURE =
  /^(?:(\d{1,2}) more )?authentication failures?;(?: logname=\S*)?(?: uid=\S*)?(?: euid=\S*)?(?: tty=\S*)?(?: ruser=\S*)?(?: rhost=(\S*))?(?: {1,2}user=(.*)| \[preauth\] *| *)$/is;

/** Maps a message of a PAM module. https://github.com/linux-pam/linux-pam/blob/master/modules/pam_unix/support.c */
export const mapPam = (message: PamMessage): MappedMessage => {
  const { module, service, text } = message;
  const kind = findPamService(service);
  const opened = text.startsWith('session opened ') ? findOpened(text) : null;
  if (opened !== null) return mapOpened(message, kind, { user: opened[1] ?? '', uid: opened[2] });
  const [, change, ofSuse = ''] = module === 'pam_unix2' ? (STARTED.exec(text) ?? []) : [];
  if (change !== undefined) {
    const unix = { ...message, module: 'pam_unix' };
    return change === 'started'
      ? mapOpened(unix, kind, { user: ofSuse, uid: undefined })
      : mapClosed(unix, kind, ofSuse);
  }
  const closed = CLOSED.exec(text);
  if (closed !== null) return mapClosed(message, kind, closed[1] ?? '');
  if (kind.kind === 'UNKNOWN') return isAboutLogin(text) ? notUnderstood(UNKNOWN_SERVICE) : skip(OTHER_TEXT);
  if (kind.kind !== 'LOGIN') return skip(REASONS[kind.kind]);
  if (kind.isFtp) return skip(FTP);
  return mapAuthentication(message, kind);
};

const findOpened = (text: string): RegExpExecArray | null => {
  for (const pattern of OPENED) {
    const opened = pattern.exec(text);
    if (opened !== null) return opened;
  }
  return null;
};

type Session = { readonly user: string; readonly uid: string | undefined };

const mapOpened = (
  { module, service }: PamMessage,
  kind: PamService,
  { user, uid }: Session,
): MappedMessage => {
  if (kind.kind === 'UNKNOWN') return notUnderstood(UNKNOWN_SERVICE);
  if (kind.kind !== 'LOGIN' || isGreeterUser(user)) {
    const skipped = skip(kind.kind === 'LOGIN' ? REASONS.GREETER : REASONS[kind.kind]);
    // The user manager is opened together with the user's session. Before systemd 256 it does not have its own session.
    return service === 'systemd-user' || module !== 'pam_unix' ? skipped : { ...skipped, opened: user };
  }
  if (module !== 'pam_unix') return skip(OTHER_TEXT);
  if (isTornName(user)) return tornLine('PAM session opened');
  const login = { loginSuccessful: true, count: 1, method: null, uid };
  return { kind: 'LOGIN', sensorEvent: 'PAM session opened', loginType: kind.loginType, user, ...login };
};

const mapClosed = ({ module }: PamMessage, kind: PamService, user: string): MappedMessage => {
  if (kind.kind === 'UNKNOWN') return notUnderstood(UNKNOWN_SERVICE);
  if (kind.kind !== 'LOGIN' || isGreeterUser(user)) {
    return skip(kind.kind === 'LOGIN' ? REASONS.GREETER : REASONS[kind.kind]);
  }
  if (module !== 'pam_unix') return skip(OTHER_TEXT);
  if (isTornName(user)) return tornLine('PAM session closed');
  return { kind: 'LOGOUT', sensorEvent: 'PAM session closed', loginType: kind.loginType, user };
};

type LoginService = Extract<PamService, { readonly kind: 'LOGIN' }>;

const mapAuthentication = ({ module, service, text }: PamMessage, kind: LoginService): MappedMessage => {
  const accepted = ACCEPTED.exec(text);
  if (accepted !== null) {
    const [, first, second, third] = accepted;
    const user = first ?? second ?? third ?? '';
    return { kind: 'ACCEPTED', sensorEvent: 'PAM success', reason: 'PAM: a step of a login', user };
  }
  const failure = FAILURE.exec(text);
  if (failure !== null) {
    const [, more, srcIp, name] = failure;
    const user = name?.replace(/ \[preauth\]$/, '').trim();
    return attempt(service, kind, {
      channel: module,
      user,
      srcIp,
      more: more === undefined ? null : Number(more),
    });
  }
  const [, first, second, third] = OTHER_FAILURES.exec(text) ?? [];
  const user = first ?? second ?? third;
  if (user !== undefined)
    return attempt(service, kind, { channel: module, user, srcIp: undefined, more: null });
  if (STEPS.test(text)) return skip('PAM: a step of a login');
  return isAboutLogin(text) ? notUnderstood(NEW_TEXT) : skip(OTHER_TEXT);
};

/** Modules whose messages have a form of their own: faillock, tally, winbind, krb5 and google_authenticator. */
const OTHER_FAILURES =
  /^(?:Consecutive login failures for user (\S+) account temporarily locked|user (\S+) \(\d+\) tally \d+, deny \d+|user '([^']*)' denied access)/;
const ACCEPTED =
  /^(?:authentication success;(?:.*? {1,2}user=(.*))?|user '([^']*)' granted access|user (\S+) authenticated as )/is;
/** Details of an attempt that other messages report, and checks of accounts. */
const STEPS =
  /^(?:check pass; user unknown|bad username|received for user |auth could not identify password|conversation failed|requirement "|account |expired password|password for user |getting password|pam_get_item returned a password|request wbcLogonUser|user '[^']*' OK|access denied|access allowed|Access denied|Accepted google_authenticator|Invalid verification code|no modules loaded|Refused user|authentication (?:fails|succeeds)|User unknown|user unknown|username \[|user \S+ (?:has|is) |User \S+ (?:has|is) |error (?:reading|retrieving|trying) |pam_sm_|[Ff]ailed to |Could not |Cannot |Unable to |unrecognized option|unknown option)/;

type Attempt = {
  readonly channel: string;
  readonly user: string | undefined;
  readonly srcIp: string | undefined;
  readonly more: number | null;
};

/** The services whose program reports each failed login itself. */
const TOLD = new Set(['sshd', 'login', 'remote', 'dropbear', 'xrdp-sesman']);

const attempt = (service: string, { loginType }: LoginService, found: Attempt): MappedAttempt => ({
  kind: 'ATTEMPT',
  sensorEvent: 'PAM authentication failure',
  // login writes the host of a login over the network.
  loginType: loginType === 'LOCAL' && (found.srcIp ?? '') !== '' ? 'REMOTE' : loginType,
  isTold: TOLD.has(service),
  isInvalid: false,
  ...found,
});

/** Maps the number of further failures, which pam_unix writes at the end of a conversation without its name; null for any other text. */
export const mapMoreFailures = (text: string, service: string): MappedMessage | null => {
  const ofModule = text.startsWith('PAM ') ? text.slice('PAM '.length) : '';
  return FAILURE.test(ofModule) ? mapPam({ module: 'pam_unix', service, text: ofModule }) : null;
};

/** Maps the messages about PAM that sshd writes without the name of a module; null for any other. */
export const mapPamOfSshd = (text: string): MappedMessage | null => {
  const more = mapMoreFailures(text, 'sshd');
  if (more !== null) return more;
  for (const [channel, pattern] of ERRORS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [, user, srcIp] = match;
    const found = { loginType: 'REMOTE', channel, user, srcIp, more: null, isTold: false } as const;
    return { kind: 'ATTEMPT', sensorEvent: 'sshd error: PAM', isInvalid: INVALID.test(text), ...found };
  }
  return null;
};

/** The text is that of pam_strerror: `Authentication failure` on Linux, `authentication error` on FreeBSD, and others. */
const ERROR =
  /^error: PAM: [^:()]{1,80}? for (?:illegal user |invalid user )?(.*) from (\S+)(?: via \S+)? ?$/s;

const INVALID = /^error: PAM: [^:()]{1,80}? for (?:illegal|invalid) user /;

/** Junos and NX-OS write the other lines in addition to a `Failed` line, or instead of it. */
const ERRORS = [
  [OWN_CHANNEL, ERROR],
  [JUNOS_CHANNEL, /^(?:SSHD_LOGIN_FAILED: )?Login failed for user '(.*)' from host '([^']*)'$/s],
  ['pam_aaa', /^pam_aaa: ?Authentication failed(?: for user (.*))? from (\S+)$/s],
] as const;

/** Whether a text mentions login, session, password, authentication or user, and not only a path such as /Users/ana. */
export const isAboutLogin = (text: string): boolean =>
  /\b(?:login|logon|logged|session|password|authenticat)|(?<![/.\w])users?\b(?![/-])/i.test(text);

const UNKNOWN_SERVICE = 'PAM: a service that is not known';
const NEW_TEXT = 'PAM: a text that is not known';
const OTHER_TEXT = 'PAM: neither a login nor a logout';
const FTP = 'PAM of ftp: no session of a user';
const REASONS = {
  GREETER: 'PAM of a login screen: its own session, not that of a user',
  SCREEN_LOCK: 'PAM of a locked screen: an unlock is not a login',
  OTHER: 'PAM of cron, su, sudo and similar: not a user session',
} as const;

const skip = (reason: string) => ({ kind: 'SKIPPED', sensorEvent: 'PAM other', reason }) as const;
const notUnderstood = (reason: string) =>
  ({ kind: 'NOT_UNDERSTOOD', sensorEvent: 'PAM other', reason }) as const;

/** A message of PAM from a program that locks the screen. */
export const OF_LOCKED_SCREEN: MappedMessage = skip(REASONS.SCREEN_LOCK);
