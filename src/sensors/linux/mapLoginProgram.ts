import type { LoginType } from '../../model/action.ts';

import type { MappedMessage } from './mappedMessage.ts';
import { isAboutLogin } from './mapPam.ts';

/** util-linux, shadow, FreeBSD, busybox, Junos and Solaris, in this order. */
const LOGINS = [
  /^(?:LOGIN|DIALUP) (?:ON|AT) (\S+) BY (\S+)(?: FROM (\S+))?$/,
  /^(ROOT) LOGIN +(?:ON|on) '?([^\s']+)'?(?: (?:FROM|from) '?([^\s']+)'?)?$/,
  /^ROOT LOGIN \((\S+)\) ON (\S+)(?: FROM (\S+))?$/,
  /^login on (\S+) as (\S+)$/,
  /^(root) login on '([^']*)'(?: from '([^']*)')?$/,
  /^LOGIN_(?:INFORMATION|ROOT): User (\S+) logged in (?:as root )?from host (?:\[unknown\]|(\S+)) on device (\S+)$/,
  /^(ROOT) LOGIN (\/dev\/\S+)(?: FROM (\S+))?$/,
];
const FAILURES = [
  /^FAILED LOGIN \d+ FROM (\S+) FOR (.*), [^,]*$/s,
  /^(?:FAILED LOGIN SESSION|TOO MANY LOGIN TRIES \(\d+\)) FROM (\S+) FOR (.*), [^,]*$/s,
  /^(?:FAILED LOGIN|TOO MANY LOGIN TRIES) \(\d+\) on '([^']*)'(?: from '([^']*)')? FOR '(.*)'(?:, [^,]*)?$/s,
  /^invalid password for '(.*)' on '([^']*)'(?: from '([^']*)')?$/s,
  /^LOGIN_FAILED: Login failed for user (.*) from host (\S+)$/s,
];
const JUNOS_LOGIN = 5;
/** FreeBSD counts the failures of a connection. */
const COUNTED = /^(\d{1,2}) LOGIN FAILURES? (?:ON|FROM) (\S+), (.*)$/s;
/** Solaris reports several failures of a connection once, without their number. https://github.com/illumos/illumos-gate/blob/master/usr/src/cmd/login/login.c */
const REPEATED = /^REPEATED LOGIN FAILURES ON ([^\s,]+)(?: FROM ([^\s,]+))?(?:,.*)?$/s;
const KNOWN =
  /^(?:\d+ LOGIN FAILURES? |gkr-pam|pam_|PAM |unable to |cannot |can't |Error, cannot |Timed out|Login timed out|exit|DIALUP|no shell|no home|Maximum |\(to )/i;

/** Maps a message of the program `login`. https://github.com/util-linux/util-linux/blob/master/login-utils/login.c */
export const mapLoginProgram = (text: string): MappedMessage => {
  const counted = COUNTED.exec(text);
  if (counted !== null) {
    return failed({ user: counted[3] ?? '', place: counted[2] ?? '', count: Number(counted[1]) });
  }
  const repeated = REPEATED.exec(text);
  if (repeated !== null) {
    const [, line = '', host = line] = repeated;
    return failed({ user: '', place: host, count: 1 });
  }
  for (const [index, pattern] of LOGINS.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [, first = '', second = '', host = ''] = match;
    // Junos writes the host before the device.
    if (index === JUNOS_LOGIN) return loggedIn(first, second === '' ? host : second);
    const [user, line] = index === 0 || index === 3 ? [second, first] : [first, second];
    return loggedIn(user === 'ROOT' ? 'root' : user, host === '' ? line : host);
  }
  for (const [index, pattern] of FAILURES.entries()) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [, first = '', second = '', third = ''] = match;
    if (index === 2) return failed({ user: third, place: second === '' ? first : second, count: 1 });
    if (index >= 3) return failed({ user: first, place: third === '' ? second : third, count: 1 });
    return failed({ user: second, place: first, count: 1 });
  }
  if (KNOWN.test(text) || !isAboutLogin(text)) return skip;
  return { kind: 'NOT_UNDERSTOOD', sensorEvent: 'login other', reason: 'login: a text that is not known' };
};

const skip = {
  kind: 'SKIPPED',
  sensorEvent: 'login other',
  reason: 'login: neither a login nor a logout',
} as const;

const loggedIn = (user: string, place: string): MappedMessage => ({
  kind: 'LOGIN',
  sensorEvent: 'login LOGIN ON',
  user,
  loginSuccessful: true,
  count: 1,
  method: null,
  repeatsOpened: true,
  ...sourceOf(place),
});

type Failure = { readonly user: string; readonly place: string; readonly count: number };

const failed = ({ user, place, count }: Failure): MappedMessage =>
  count === 0
    ? skip
    : {
        kind: 'LOGIN',
        sensorEvent: 'login FAILED LOGIN',
        user: UNKNOWN_USERS.has(user) ? '' : user,
        loginSuccessful: false,
        count,
        method: null,
        ...sourceOf(place),
      };

/** login writes these where it does not show what was typed, which may be a password. */
const UNKNOWN_USERS = new Set(['(unknown)', 'UNKNOWN', 'unknown']);

/** The place is a terminal, or the host of a login over the network. */
const sourceOf = (place: string): { readonly loginType: LoginType; readonly srcIp?: string } =>
  /^(?:\/dev\/)?(?:tty|pts|vc|console|ttyv|cu|hvc|xvc|lxc|sclp)/.test(place)
    ? { loginType: 'LOCAL' }
    : { loginType: 'REMOTE', srcIp: place };
