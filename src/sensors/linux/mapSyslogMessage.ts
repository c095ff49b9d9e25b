import { mapDropbear } from './mapDropbear.ts';
import { mapLogind } from './mapLogind.ts';
import { mapLoginProgram } from './mapLoginProgram.ts';
import { mapRemoteLogin } from './mapRemoteLogin.ts';
import { isAboutLogin, mapPam, parsePam } from './mapPam.ts';
import { mapSshd } from './mapSshd.ts';
import { mapSystemd } from './mapSystemd.ts';
import { mapXrdp } from './mapXrdp.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { findOtherProgram } from './otherPrograms.ts';
import type { SyslogMessage } from './parseSyslog.ts';

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
  const isEvent = ['LOGIN', 'ATTEMPT', 'LOGOUT', 'RECONNECT', 'DISCONNECT', 'HOST_STOP'].includes(kind);
  const isOfLogind = kind === 'SESSION_START' || kind === 'SESSION_END';
  return isEvent || isOfLogind
    ? { kind: 'SKIPPED', sensorEvent, reason: 'message repeated: no login' }
    : mapped;
};

const mapMessage = ({ program, pid, text }: Message): MappedMessage => {
  const pam = parsePam(text, program);
  if (pam !== null) return mapPam(pam);
  // Older versions write sshd(pam_unix)[4711].
  const [, service = program, module] = program.endsWith(')') ? (OLD_PROGRAM.exec(program) ?? []) : [];
  if (module !== undefined) return mapPam({ module, service, text });
  if (SSHD.test(service)) return mapSshd(text);
  if (service === 'systemd-logind') return mapLogind(text);
  // util-linux calls itself `login -- ana` once ana is logged in.
  if (service === 'login' || service === '--') return mapLoginProgram(text);
  if (service === 'dropbear') return mapDropbear(text);
  if (REMOTE_LOGIN.test(service)) return mapRemoteLogin(text);
  const mapped = /^xrdp-ses(?:man|exec)$/.test(service) ? mapXrdp(text) : null;
  if (mapped !== null) return mapped;
  const shutdown = service === 'systemd' ? mapSystemd({ pid, text }) : null;
  return shutdown ?? mapOther(service, text);
};

const OLD_PROGRAM = /^([^(]*)\((pam_\w+)\)$/;
/** The daemons of rlogin, rsh and telnet. */
const REMOTE_LOGIN = /^(?:in\.)?(?:rlogind|rshd|rexecd|telnetd|klogind|eklogind|kshd)$/;
const SSHD = /^sshd(?:-session|-auth|\.exe)?$/;

const mapOther = (program: string, text: string): MappedMessage => {
  const found = findOtherProgram(program);
  if (found === 'UNRELATED') return unrelated('a program that logs nobody in');
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

const unrelated = (reason: string) => ({ kind: 'UNRELATED', sensorEvent: 'syslog other', reason }) as const;
const skip = (reason: string) => ({ kind: 'SKIPPED', sensorEvent: 'syslog other', reason }) as const;
