import { findMacosMapper } from '../macos/mapMacos.ts';

import { mapDropbear } from './mapDropbear.ts';
import { mapEsxi } from './mapEsxi.ts';
import { mapFortigate } from './mapFortigate.ts';
import { mapLogind } from './mapLogind.ts';
import { mapLoginProgram } from './mapLoginProgram.ts';
import { mapRemoteLogin } from './mapRemoteLogin.ts';
import { isAboutLogin, mapMoreFailures, mapPam, OF_LOCKED_SCREEN, parsePam } from './mapPam.ts';
import { findDeviceMapper } from './mapNetworkDevice.ts';
import { mapSshd } from './mapSshd.ts';
import { mapSystemd } from './mapSystemd.ts';
import { mapWebConsole, WEB_CONSOLES } from './mapWebConsole.ts';
import { mapXrdp } from './mapXrdp.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { findOtherProgram } from './otherPrograms.ts';
import type { OtherProgram } from './otherPrograms.ts';
import type { SyslogMessage } from './parseSyslog.ts';
import { perProgram } from './perProgram.ts';

type Message = Pick<SyslogMessage, 'program' | 'pid' | 'text'>;

/** Maps a message of a login service, or about a shutdown. */
export const mapSyslogMessage = (message: Message): MappedMessage => {
  const { text } = message;
  const repeated = text.startsWith('message repeated ') ? REPEATED.exec(text) : null;
  if (repeated === null) return mapMessage(message);
  const mapped = mapMessage({ ...message, text: repeated[2] ?? '' });
  return repeatMessage(mapped, Number(repeated[1]));
};

/** As rsyslog writes it. */
const REPEATED = /^message repeated (\d{1,5}) times: \[ ?(.*?)\]?$/s;

/** A line that stands for several equal messages. Other events than logins happen once, and were read from the first of them. */
const repeatMessage = (mapped: MappedMessage, count: number): MappedMessage => {
  const { kind, sensorEvent } = mapped;
  if (count === 0) return { kind: 'SKIPPED', sensorEvent, reason: 'message repeated 0 times' };
  if (kind === 'LOGIN' && (!mapped.loginSuccessful || mapped.method !== null)) return { ...mapped, count };
  if (kind === 'ATTEMPT' && mapped.more === null && count < 100) return { ...mapped, more: count };
  const isEvent = EVENTS.has(kind);
  const isOfLogind = kind === 'SESSION_START' || kind === 'SESSION_END';
  return isEvent || isOfLogind
    ? { kind: 'SKIPPED', sensorEvent, reason: 'message repeated: no login' }
    : mapped;
};

const EVENTS: ReadonlySet<MappedMessage['kind']> = new Set([
  'LOGIN',
  'ATTEMPT',
  'LOGOUT',
  'RECONNECT',
  'DISCONNECT',
  'CONNECTION_END',
  'LOCK',
  'UNLOCK',
  'HOST_STOP',
]);

const mapMessage = (message: Message): MappedMessage => {
  const { program, text } = message;
  const pam = parsePam(text, program);
  // PAM services such as `kde` are of a login screen and of a locked screen: the program tells which.
  if (pam !== null) return findOtherProgram(program) === 'SCREEN_LOCK' ? OF_LOCKED_SCREEN : mapPam(pam);
  return findMapper(program)(message);
};

type Mapper = (message: Message) => MappedMessage;

/** Chooses how the messages of a program are mapped. */
const findMapper = perProgram((program): Mapper => {
  // Older versions write sshd(pam_unix)[4711].
  const [, service = program, module] = program.endsWith(')') ? (OLD_PROGRAM.exec(program) ?? []) : [];
  if (module !== undefined) return ({ text }) => mapPam({ module, service, text });
  const ofSystem = findMacosMapper(service) ?? findDeviceMapper(service);
  const own = MAPPERS.find(([name]) => name.test(service))?.[1];
  const other = findOtherProgram(service);
  // gdm calls itself `gdm-password]`.
  const pamService = service.replace(/\]$/, '');
  return (message) =>
    ofSystem?.(message.text) ??
    own?.(message) ??
    mapMoreFailures(message.text, pamService) ??
    mapOther(other, message.text);
});

const OLD_PROGRAM = /^([^(]*)\((pam_\w+)\)$/;

/**
 * The kernel writes audit records to its log if auditd does not run, and the journal has them under the name `audit`. These are the records that programs
 * write, which are about logins and sessions.
 */
const mapAuditOfKernel = ({ program, text }: Message): MappedMessage | null =>
  (program === 'audit' ? OF_JOURNAL : OF_KERNEL).test(text) ? skip(AUDIT_OF_KERNEL) : null;

const OF_JOURNAL = /^(?:USER_(?:LOGIN|LOGOUT|START|END|AUTH|ACCT|ERR)|CRED_\w+|LOGIN)\b/;
const OF_KERNEL = /^(?:\[ *\d+\.\d+\] )?(?:audit: |audit\(\d+\): )?type=(?:100[56]|11[01]\d) /;
const AUDIT_OF_KERNEL = 'an audit record outside of the log of auditd: sshd and PAM report its logins';

/** https://github.com/janmojzis/tinyssh/blob/master/tinyssh/packet_auth.c: only keys are accepted, and the address is in another line. */
const TINYSSH = /^(?:tinysshd: )?(?:\S+: )?info: auth: (.*): \S+ \S+ accepted\b/s;

const mapTinyssh = (text: string): MappedMessage => {
  const [, user] = TINYSSH.exec(text) ?? [];
  if (user === undefined) return skip('tinyssh: neither a login nor a logout');
  const login = { user, loginSuccessful: true, count: 1, method: 'publickey' };
  return { kind: 'LOGIN', sensorEvent: 'tinyssh accepted', loginType: 'REMOTE', ...login };
};

/** AIX writes each failed login with its terminal, which is `ssh` for those that sshd also reports. */
const AIX_FAILURE = /^(\S+): failed login attempt for (.*?)(?: from (\S+))?$/s;

const mapAix = (text: string): MappedMessage | null => {
  const [, terminal, user = '', srcIp] = AIX_FAILURE.exec(text) ?? [];
  if (terminal === undefined) return null;
  const sensorEvent = 'AIX failed login';
  if (terminal === 'ssh')
    return { kind: 'SKIPPED', sensorEvent, reason: 'AIX: sshd reports the failed login' };
  const name = user === 'UNKNOWN_USER' ? '' : user;
  const login = { user: name, loginSuccessful: false, count: 1, method: 'login' } as const;
  return srcIp === undefined
    ? { kind: 'LOGIN', sensorEvent, loginType: 'LOCAL', ...login }
    : { kind: 'LOGIN', sensorEvent, loginType: 'REMOTE', srcIp, ...login };
};

const mapOther = (found: OtherProgram, text: string): MappedMessage => {
  if (found === 'UNRELATED') return OF_UNRELATED;
  if (found === 'ACCOUNTS') return skip('su, sudo, passwd, systemd, ftp and similar: no login');
  if (found === 'SCREEN_LOCK') return skip('a locked screen: an unlock is not a login');
  if (!isAboutLogin(text)) return unrelated('says nothing about logins');
  // PAM and logind report what these programs say about logins.
  if (found === 'LOGIN_PROGRAM' && OF_LOGIN_PROGRAM.test(text))
    return skip('a login program: PAM reports its logins');
  const reason =
    found === 'UNKNOWN' ? 'a program that is not known' : 'a text of a login program that is not known';
  return { kind: 'NOT_UNDERSTOOD', sensorEvent: 'syslog other', reason };
};

/** What display managers, consoles and remote desktops write about logins that PAM reports. */
const OF_LOGIN_PROGRAM =
  /^(?:gkr-pam|pam_|PAM |Gdm|GDM|gdm|GLib|Couldn't authenticate user|Child |Failed to |Could not |Error |ERROR|WARNING|Freeing|Session |Seat |Greeter |Auth: |Authentication error: SDDM|Authenticat(?:ed|ion for user)|\[PAM\]|\[DAEMON\]|Message received|Reading from|Starting|Started|Stopping|Adding |Removing|User session|Display server|Initializing|Using |Jumping|VT mode|Setting |Socket server|Loading|Running|Executing|Launching|New connection|logged in user|user session|cockpit-|session|Registering|Received|(?:\(\d+\)\(\d+\))?\[\w+ ?\])/;

/** Programs of Linux, ESXi and AIX whose messages report logins, logouts or shutdowns; null for a message that is judged as those of other programs. */
const MAPPERS: readonly (readonly [program: RegExp, map: (message: Message) => MappedMessage | null])[] = [
  [/^sshd(?:-session|-auth|\.exe)?$/, ({ text }) => mapSshd(text)],
  [/^systemd-logind$/, ({ text }) => mapLogind(text)],
  [/^systemd$/, mapSystemd],
  [
    /^(?:kernel|audit)$/,
    (message) => mapAuditOfKernel(message) ?? mapWebConsole(message.program, message.text),
  ],
  // vmware-hostd of ESXi 5
  [/^(?:vmware-)?hostd$/i, ({ text }) => mapEsxi(text)],
  [/^fortigate$/, ({ text }) => mapFortigate(text)],
  [/^tinysshd$/, ({ text }) => mapTinyssh(text)],
  [/^(?:syslog|tsm)$/, ({ text }) => mapAix(text)],
  [WEB_CONSOLES, ({ program, text }) => mapWebConsole(program, text)],
  // util-linux calls itself `login -- ana` once ana is logged in.
  [/^(?:login|--)$/, ({ text }) => mapLoginProgram(text)],
  [/^dropbear$/, ({ text }) => mapDropbear(text)],
  // The daemons of rlogin, rsh and telnet
  [/^(?:in\.)?(?:rlogind|rshd|rexecd|telnetd|klogind|eklogind|kshd)$/, ({ text }) => mapRemoteLogin(text)],
  [/^xrdp-ses(?:man|exec)$/, ({ text }) => mapXrdp(text)],
];

const unrelated = (reason: string) => ({ kind: 'UNRELATED', sensorEvent: 'syslog other', reason }) as const;
const OF_UNRELATED = unrelated('a program that logs nobody in');
const skip = (reason: string) => ({ kind: 'SKIPPED', sensorEvent: 'syslog other', reason }) as const;
