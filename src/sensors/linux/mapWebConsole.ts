import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';

/** The programs through whose web pages users log in to a host, except cockpit and hostd, which PAM and their own mappers report. */
export const WEB_CONSOLES = /^(?:webmin|usermin|pvedaemon|php-fpm|Connection|qlogd)$/;

type Rule = {
  readonly programs: RegExp;
  readonly pattern: RegExp;
  /** OK and FAILED are logins. */
  readonly means: 'OK' | 'FAILED' | 'LOGOUT';
};

/** Each pattern has the groups user and ip. Users are chosen by attackers, so the address is the last that fits. */
const RULES: readonly Rule[] = [
  // https://github.com/webmin/webmin/blob/master/miniserv.pl
  ...rulesOf(/^(?:webmin|usermin)$/, {
    OK: /^Successful login as (?<user>.*) from (?<ip>\S+)$/s,
    FAILED: /^(?:Invalid|Non-existent) login as (?<user>.*) from (?<ip>\S+)$/s,
    LOGOUT: /^Logout by (?<user>.*) from (?<ip>\S+)$/s,
  }),
  // https://github.com/proxmox/pve-access-control/blob/master/src/PVE/API2/AccessControl.pm
  ...rulesOf(/^pvedaemon$/, {
    FAILED: /^authentication failure; rhost=(?<ip>\S*) user=(?<user>.*) msg=/s,
  }),
  // https://github.com/pfsense/pfsense/blob/master/src/etc/inc/auth.inc; php-fpm of pfSense, audit of OPNsense
  ...rulesOf(/^(?:php-fpm|audit)$/, {
    OK: /^\/\S+: Successful login for user '(?<user>.*)' from: (?<ip>[^\s']+)(?: \([^()]*\))?$/s,
    FAILED:
      /^\/\S+: (?:webConfigurator authentication error for user|Web GUI authentication error for) '(?<user>.*)' from:? (?<ip>[^\s']+)$/s,
    LOGOUT:
      /^\/\S+: (?:User logged out|Session timed out) for user '(?<user>.*)' from: (?<ip>[^\s']+)(?: \([^()]*\))?$/s,
  }),
  // The log Connection of Synology's Log Center
  ...rulesOf(/^Connection$/, {
    OK: /^User \[(?<user>.*)\] from \[(?<ip>[^\s[\]]*)\] logged in successfully via \[[^[\]]*\]\.?$/s,
    FAILED: /^User \[(?<user>.*)\] from \[(?<ip>[^\s[\]]*)\] failed to log in via \[[^[\]]*\] due to .*$/s,
    LOGOUT: /^User \[(?<user>.*)\] from \[(?<ip>[^\s[\]]*)\] logged out the server via \[[^[\]]*\].*$/s,
  }),
  // The connection log of QNAP's QTS
  ...rulesOf(/^qlogd$/, {
    OK: /^conn log: Users: (?<user>.*), Source IP: (?<ip>\S*), Computer name: .*, Action: Login OK$/s,
    FAILED: /^conn log: Users: (?<user>.*), Source IP: (?<ip>\S*), Computer name: .*, Action: Login Fail$/s,
    LOGOUT: /^conn log: Users: (?<user>.*), Source IP: (?<ip>\S*), Computer name: .*, Action: Logout$/s,
  }),
];

function rulesOf(
  programs: RegExp,
  patterns: Readonly<Partial<Record<Rule['means'], RegExp>>>,
): readonly Rule[] {
  return Object.entries(patterns).map(([means, pattern]) => ({
    programs,
    pattern,
    means: means as Rule['means'],
  }));
}

/** OPNsense also writes the step of each authenticator, and the calls without a session. */
const STEPS =
  /^(?:user .* (?:authenticated successfully|failed authentication|could not authenticate) for |no active session, )/;

/** Proxmox also writes it each time that the page renews its ticket, so that it does not show a login. */
const RENEWED = /^<[^<>]*> successful auth for user '/;

/** Maps a message of a web console; null for any other. One process serves all users, so their logins have no login id. */
export const mapWebConsole = (program: string, text: string): MappedMessage | null => {
  const sensorEvent = `${program} login`;
  if (program === 'pvedaemon' && RENEWED.test(text)) {
    return {
      kind: 'SKIPPED',
      sensorEvent,
      reason: 'Proxmox: written for each ticket, also for one that is renewed: not surely a login',
    };
  }
  if (program === 'audit' && STEPS.test(text)) {
    return {
      kind: 'SKIPPED',
      sensorEvent,
      reason: 'OPNsense: a step of a login, or a call without a session',
    };
  }
  for (const { programs, pattern, means } of RULES) {
    const groups = programs.test(program) ? pattern.exec(text)?.groups : undefined;
    if (groups === undefined) continue;
    const { user = '', ip: srcIp = '' } = groups;
    if (means !== 'FAILED' && isTornName(user)) return tornLine(sensorEvent);
    const server = { sensorEvent, user, loginType: 'REMOTE', pid: null } as const;
    return means === 'LOGOUT'
      ? { kind: 'LOGOUT', ...server }
      : { kind: 'LOGIN', ...server, srcIp, loginSuccessful: means === 'OK', count: 1, method: 'web' };
  }
  return null;
};
