import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';

/** The programs through whose web pages users log in to a host, except cockpit and hostd, which PAM and their own mapper report. */
export const WEB_CONSOLES = /^(?:webmin|usermin|pvedaemon|php-fpm|Connection|qu?logd)$/;

type Console = {
  readonly programs: RegExp;
  /**
   * Its messages about logins, with the groups user and ip, one of success, failure and logout, and service if it reports those of several services.
   * A name may be chosen by an attacker, so that the address is the last that fits.
   */
  readonly pattern: RegExp;
  /** The services whose logins count. */
  readonly services?: RegExp;
  /** Other messages that are understood, and why they do not report a login. */
  readonly skipped?: readonly [pattern: RegExp, reason: string];
};

const CONSOLES: readonly Console[] = [
  {
    // https://github.com/webmin/webmin/blob/master/miniserv.pl
    programs: /^(?:webmin|usermin)$/,
    pattern:
      /^(?:(?<success>Successful login as)|(?<failure>Invalid login as|Non-existent login as)|(?<logout>Logout by)) (?<user>.*) from (?<ip>\S+)$/s,
  },
  {
    // https://github.com/proxmox/pve-access-control/blob/master/src/PVE/API2/AccessControl.pm
    programs: /^pvedaemon$/,
    pattern: /^(?<failure>authentication failure); rhost=(?<ip>\S*) user=(?<user>.*) msg=/s,
    skipped: [
      /^<[^<>]*> successful auth for user '/,
      'Proxmox: written for each ticket, also when the page renews its own: not always a login',
    ],
  },
  {
    // https://github.com/pfsense/pfsense/blob/master/src/etc/inc/auth.inc; OPNsense writes nearly the same as the program audit.
    programs: /^(?:php-fpm|audit)$/,
    pattern:
      /^\/\S+: (?:(?<success>Successful login for user)|(?<failure>(?:webConfigurator|Web GUI) authentication error for(?: user)?)|(?<logout>User logged out for user|Session timed out for user)) '(?<user>.*)' from:? (?<ip>[^\s']+)(?: \([^()]*\))?$/s,
    skipped: [
      /^(?:user .* (?:authenticated successfully|failed authentication|could not authenticate) for |no active session, )/,
      'OPNsense: a step of a login, or a call without a session',
    ],
  },
  {
    // The connections in the Log Center of Synology's DSM. DSM 7 writes `signed in to [DSM] successfully via [password]`.
    programs: /^Connection$/,
    pattern:
      /^User \[(?<user>.*)\] from \[(?<ip>[^\s[\]]*)\] (?:(?<success>logged in successfully via|signed in to)|(?<failure>failed to log in via|failed to sign in to)|(?<logout>logged out the server via)) \[(?<service>[^[\]]*)\]/s,
    // sshd writes to auth.log.
    services: /^DSM$/,
  },
  {
    // The connections of QNAP's QTS: qlogd until version 4, then qulogd of QuLog Center. No other log has its logins over SSH.
    programs: /^qu?logd$/,
    pattern:
      /^conn log: Users: (?:---|(?<user>.*)), Source IP: (?<ip>\S*), Computer name: [^,]*, Connection type: (?<service>[^,]*), Accessed resources: [^,]*, Action: (?:(?<success>Login OK|Login Success)|(?<failure>Login Fail)|(?<logout>Logout))\.?$/s,
    services: /^(?:HTTPS?|SSH|TELNET)\b/,
    skipped: [/^(?:conn|event) log: /, 'QNAP: access to files, or an event of the system'],
  },
];

/** Maps a message of a web console; null for any other. One process serves all users, so their logins have no login id. */
export const mapWebConsole = (program: string, text: string): MappedMessage | null => {
  const found = CONSOLES.find(({ programs }) => programs.test(program));
  if (found === undefined) return null;
  const sensorEvent = `${program} login`;
  const groups = found.pattern.exec(text)?.groups;
  if (groups === undefined) {
    const [pattern, reason] = found.skipped ?? [];
    return reason !== undefined && pattern?.test(text) === true
      ? { kind: 'SKIPPED', sensorEvent, reason }
      : null;
  }
  const { user = '', ip: srcIp = '', service, failure, logout } = groups;
  if (service !== undefined && found.services?.test(service) !== true) {
    return { kind: 'SKIPPED', sensorEvent, reason: /^(?:SSH|Telnet)$/i.test(service) ? OF_SHELL : OF_FILES };
  }
  if (failure === undefined && isTornName(user)) return tornLine(sensorEvent);
  const server = { sensorEvent, user, loginType: 'REMOTE', pid: null } as const;
  return logout === undefined
    ? { kind: 'LOGIN', ...server, srcIp, loginSuccessful: failure === undefined, count: 1, method: 'web' }
    : { kind: 'LOGOUT', ...server };
};

const OF_SHELL = 'Synology: a login over SSH or telnet, which sshd or telnetd reports in auth.log';
const OF_FILES = 'a connection of a file service or an app of a storage device: no session of the host';
