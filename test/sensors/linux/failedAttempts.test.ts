import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const REPEATS = 'repeats a failed login that another line reports';
const ACCEPTED = 'PAM: another module accepted the password';
const TOLD = 'the program reports the failed login itself';
const REQUEST: SensorOptions = { ...NO_OPTIONS, input: 'REQUEST' };

const sshd = (seconds: number, text: string, pid = 700): string => lineAt(seconds, `sshd[${pid}]`, text);
/** As pam_unix writes it (support.c). Without a user if the name is not an account. */
const failure = (user: string | null = 'ana', rhost = '203.0.113.8'): string =>
  `authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=${rhost}${user === null ? '' : `  user=${user}`}`;
const pam = (seconds: number, user: string | null = 'ana', pid = 700): string =>
  sshd(seconds, `pam_unix(sshd:auth): ${failure(user)}`, pid);
const failed = (seconds: number, user = 'ana', pid = 700): string =>
  sshd(seconds, `Failed password for ${user} from 203.0.113.8 port 50002 ssh2`, pid);
const invalid = (seconds: number, user = 'oracle', pid = 700): string =>
  sshd(seconds, `Invalid user ${user} from 203.0.113.8 port 50002`, pid);

const loginsOf = (lines: readonly string[]): readonly unknown[] =>
  listEvents(lines).map((event) => {
    const { user, loginType, loginSuccessful, srcIp, srcPort, loginId } = (event as any).login;
    return { user, loginType, loginSuccessful, srcIp, srcPort, loginId };
  });
const FAILED = {
  user: 'ana',
  loginType: 'REMOTE',
  loginSuccessful: false,
  srcIp: '203.0.113.8',
  srcPort: undefined,
  loginId: undefined,
};

describe('an attempt that sshd and PAM report is one failed login', () => {
  test('PAM alone: in the notation of old versions, too', () => {
    expect(loginsOf([pam(0)])).toEqual([FAILED]);
    expect(loginsOf([lineAt(0, 'sshd(pam_unix)[19]', failure())])).toEqual([FAILED]);
    expect(loginsOf([lineAt(0, 'sshd(pam_unix)[19]', failure(null))])).toEqual([
      { ...FAILED, user: undefined },
    ]);
    expect(loginsOf([lineAt(0, 'sshd[19]', `(pam_unix) ${failure()}`)])).toEqual([FAILED]);
    expect(loginsOf([lineAt(0, 'sshd[19]', `pam_unix(sshd:auth): ${failure(null)} [preauth]`)])).toEqual([
      { ...FAILED, user: undefined },
    ]);
    expect(loginsOf([pam(0, 'ana', 1), pam(0, 'ana', 2)])).toHaveLength(2);
  });

  test('PAM, then Failed: the line of sshd counts, since it has the port', () => {
    expect(listFates([[pam(0), failed(2)]])).toEqual([REPEATS, 'login']);
    expect(loginsOf([pam(0), failed(2)])).toEqual([{ ...FAILED, srcPort: 50002 }]);
  });

  test('PAM in a file that is read later', () => {
    expect(listFates([[failed(2)], [pam(0)]])).toEqual(['login', REPEATS]);
  });

  test('the number of further failures at the end of the connection', () => {
    const more = (count: number) =>
      sshd(9, `PAM ${count} more authentication failure${count > 1 ? 's' : ''}; ${failure().slice(24)}`);
    // Three passwords, each reported by sshd.
    expect(listFates([[pam(0), failed(2), failed(4), failed(6), more(2)]])).toEqual([
      REPEATS,
      'login',
      'login',
      'login',
      REPEATS,
    ]);
    // Without the lines of sshd: three attempts.
    expect(loginsOf([pam(0), more(2)])).toEqual([FAILED, FAILED, FAILED]);
    // sshd reported two of four.
    expect(loginsOf([pam(0), failed(2), failed(4), more(3)])).toHaveLength(4);
    const repeated = sshd(
      6,
      'message repeated 2 times: [ Failed password for ana from 203.0.113.8 port 50002 ssh2]',
    );
    expect(
      listFates([[pam(0), failed(2), repeated, more(2)]]).filter((fate) => fate === 'login'),
    ).toHaveLength(3);
  });

  test('a line of PAM that rsyslog repeats', () => {
    const repeated = sshd(9, `message repeated 2 times: [ pam_unix(sshd:auth): ${failure()}]`);
    expect(loginsOf([pam(0), repeated])).toEqual([FAILED, FAILED, FAILED]);
  });

  test('two modules of one attempt, and the details of pam_sss', () => {
    const sss = sshd(0, `pam_sss(sshd:auth): ${failure().replace('  user', ' user')}`);
    const details = sshd(0, 'pam_sss(sshd:auth): received for user ana: 7 (Authentication failure)');
    const locked = sshd(
      0,
      'pam_faillock(sshd:auth): Consecutive login failures for user ana account temporarily locked',
    );
    expect(listFates([[pam(0), sss, details, locked]])).toEqual([
      'login',
      REPEATS,
      'PAM: a step of a login',
      REPEATS,
    ]);
    expect(listFates([[pam(0), sss, failed(2), pam(3), sss, failed(5)]])).toEqual([
      REPEATS,
      REPEATS,
      'login',
      REPEATS,
      REPEATS,
      'login',
    ]);
    expect(listFates([[sss], [locked]])).toEqual(['login', REPEATS]);
  });

  test('a second attempt of a module is another attempt', () => {
    expect(listFates([[pam(0), pam(3)]])).toEqual(['login', 'login']);
  });

  test('keyboard-interactive: PAM runs in another process, and sshd writes Failed only from the third on', () => {
    const error = (seconds: number) =>
      sshd(seconds, 'error: PAM: Authentication failure for ana from 203.0.113.8', 690);
    const third = sshd(8, 'Failed keyboard-interactive/pam for ana from 203.0.113.8 port 50002 ssh2', 690);
    expect(listFates([[pam(0), error(2)]])).toEqual(['login', REPEATS]);
    expect(listFates([[pam(0), error(2), error(5), error(8), third]])).toEqual([
      'login',
      REPEATS,
      'login',
      REPEATS,
      'login',
    ]);
    // FreeBSD: https://github.com/fail2ban/fail2ban/blob/master/fail2ban/tests/files/logs/sshd
    expect(
      loginsOf([sshd(0, 'error: PAM: authentication error for illegal user bob from 203.0.113.8')]),
    ).toEqual([{ ...FAILED, user: 'bob' }]);
  });

  test('macOS adds its own address, Solaris hides the name, and old versions have no port', () => {
    const error = 'error: PAM: authentication error for ana from 203.0.113.8 via 192.168.1.201';
    expect(loginsOf([sshd(0, error)])).toEqual([FAILED]);
    const hidden = 'Failed keyboard-interactive for <invalid username> from 203.0.113.8 port 50002 ssh2';
    expect(loginsOf([sshd(0, hidden)])).toEqual([{ ...FAILED, user: undefined, srcPort: 50002 }]);
    expect(loginsOf([sshd(0, 'Failed password for invalid user ana from 203.0.113.8')])).toEqual([FAILED]);
  });

  test('a user name that looks like the rest of a line does not forge an address', () => {
    const text = 'error: PAM: Authentication failure for illegal user x from 9.9.9.9 from 203.0.113.8';
    expect(loginsOf([sshd(0, text)])).toEqual([{ ...FAILED, user: 'x from 9.9.9.9' }]);
  });
});

describe('a password that another module accepts is not a failed login', () => {
  const login = sshd(1, 'Accepted password for ana from 203.0.113.8 port 50002 ssh2');

  test.each([
    [
      'pam_sss',
      'pam_sss(sshd:auth): authentication success; logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.8 user=ana',
    ],
    ['pam_krb5', 'pam_krb5(sshd:auth): user ana authenticated as ana@EXAMPLE.COM'],
    ['pam_winbind', "pam_winbind(sshd:auth): user 'ana' granted access"],
  ])('%s', (_, text) => {
    expect(listFates([[pam(0), sshd(0, text), login]])).toEqual([
      ACCEPTED,
      'PAM: a step of a login',
      'login',
    ]);
  });

  test('a module that writes nothing: only the last attempt was part of the login', () => {
    expect(listFates([[pam(0), login]])).toEqual([ACCEPTED, 'login']);
    expect(listFates([[pam(0), failed(2), pam(5), login]])).toEqual([REPEATS, 'login', ACCEPTED, 'login']);
  });

  test('of a session without Accepted, by the time between them', () => {
    const opened = (seconds: number) =>
      sshd(seconds, 'pam_unix(sshd:session): session opened for user ana by (uid=0)');
    expect(listFates([[pam(0), opened(1)]])).toEqual([ACCEPTED, 'login']);
    expect(listFates([[pam(0), opened(9)]])).toEqual(['login', 'login']);
  });

  test('of xrdp, which opens the session in another process', () => {
    const text =
      'pam_unix(xrdp-sesman:auth): authentication failure; logname= uid=0 euid=0 tty=xrdp-sesman ruser= rhost=  user=ana';
    const opened = lineAt(
      0,
      'xrdp-sesman[9]',
      'pam_unix(xrdp-sesman:session): session opened for user ana by (uid=0)',
    );
    expect(listFates([[lineAt(0, 'xrdp-sesman[8]', text), opened]])).toEqual([ACCEPTED, 'login']);
  });
});

describe('lines that count only if nothing else reports the attempt', () => {
  const maximum = sshd(
    3,
    'error: maximum authentication attempts exceeded for root from 203.0.113.8 port 50002 ssh2 [preauth]',
  );
  const disconnecting = sshd(
    3,
    'Disconnecting authenticating user root 203.0.113.8 port 50002: Too many authentication failures [preauth]',
  );
  const closed = sshd(3, 'Connection closed by invalid user oracle 203.0.113.8 port 50002 [preauth]');

  test('Invalid user', () => {
    expect(listFates([[invalid(0), closed]])).toEqual(['login', 'sshd: the client left before a login']);
    expect(loginsOf([invalid(0)])).toEqual([{ ...FAILED, user: 'oracle', srcPort: 50002 }]);
    expect(listFates([[invalid(0), failed(2, 'invalid user oracle')]])).toEqual([REPEATS, 'login']);
    expect(
      listFates([
        [invalid(0), sshd(1, 'Failed publickey for invalid user oracle from 203.0.113.8 port 50002 ssh2')],
      ]),
    ).toEqual([REPEATS, 'login']);
    expect(loginsOf([sshd(0, 'Illegal user test from 203.0.113.8')])).toEqual([{ ...FAILED, user: 'test' }]);
  });

  test('Invalid user gives its name and port to the line of PAM, which has none', () => {
    const lines = [invalid(0), sshd(0, 'pam_unix(sshd:auth): check pass; user unknown'), pam(0, null)];
    expect(listFates([lines])).toEqual([REPEATS, 'PAM: a step of a login', 'login']);
    expect(loginsOf(lines)).toEqual([{ ...FAILED, user: 'oracle', srcPort: 50002 }]);
  });

  test('the maximum of attempts', () => {
    expect(listFates([[maximum, disconnecting]])).toEqual(['login', REPEATS]);
    expect(loginsOf([maximum])).toEqual([{ ...FAILED, user: 'root', srcPort: 50002 }]);
    expect(listFates([[pam(0, 'root'), failed(2, 'root'), maximum]])).toEqual([REPEATS, 'login', REPEATS]);
    expect(listFates([[invalid(0, 'root'), maximum]])).toEqual(['login', REPEATS]);
    // Too long ago: another process with the same pid.
    expect(listFates([[failed(-4000, 'root'), maximum]])).toEqual(['login', 'login']);
  });

  test.each([
    ['User eve from 203.0.113.8 not allowed because not listed in AllowUsers', 'eve'],
    ['User eve from 203.0.113.8 not allowed because account is locked', 'eve'],
    ['ROOT LOGIN REFUSED FROM 203.0.113.8 port 50002', 'root'],
    [
      'Authentication tried for eve with correct key but not from a permitted host (host=h.example, ip=203.0.113.8).',
      'eve',
    ],
  ])('%s', (text, user) => {
    expect(loginsOf([sshd(0, text)])).toMatchObject([{ user, loginSuccessful: false, srcIp: '203.0.113.8' }]);
    expect(listFates([[sshd(0, text), failed(1, `invalid user ${user}`)]])).toEqual([REPEATS, 'login']);
  });
});

describe('in requests, in which later lines may be missing', () => {
  test('lines of PAM that sshd repeats do not count', () => {
    expect(listFates([[pam(0)]], REQUEST)).toEqual([TOLD]);
    expect(listFates([[pam(0), failed(2)]], REQUEST)).toEqual([TOLD, 'login']);
    expect(listFates([[sshd(0, `PAM 2 more ${failure()}`)]], REQUEST)).toEqual([TOLD]);
  });

  test('the failures of display managers count, which nothing else reports', () => {
    const gdm = lineAt(
      0,
      'gdm-password]',
      'pam_unix(gdm-password:auth): authentication failure; logname= uid=0 euid=0 tty=/dev/tty1 ruser= rhost=  user=ana',
    );
    expect(listFates([[gdm]], REQUEST)).toEqual(['login']);
  });
});

test('many attempts without a pid are read in one pass, and each is one login', () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    lineAt(index * 5, 'sshd', `pam_unix(sshd:auth): ${failure()}`),
  );
  expect(listFates([lines]).filter((fate) => fate === 'login')).toHaveLength(3000);
});
