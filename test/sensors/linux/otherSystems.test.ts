import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

import { lineAt, listEvents, listFates, readFiles } from './syslogLines.ts';

const OPTIONS = {
  ...NO_OPTIONS,
  hostname: 'GIVEN',
  timeZone: parseInputZone('UTC'),
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const readLine = (line: string): any => {
  const [outcome] = readFiles([[line]], OPTIONS);
  return outcome !== undefined && 'event' in outcome ? outcome.event : outcome;
};

const ACCEPTED = 'Accepted password for ana from 10.0.0.9 port 50000 ssh2';
const LOGIN = { user: 'ana', loginType: 'REMOTE', srcIp: '10.0.0.9', srcPort: 50000, loginSuccessful: true };

describe('the name of the host', () => {
  test.each([
    // https://axoflow.com/docs/axosyslog-core/chapter-global-options/reference-options/ (chain-hostnames)
    ['with the source of syslog-ng', 'src@web01'],
    ['with a relay of syslog-ng', 'web01/relay1/relay2'],
    ['with both', 's_net@web01/relay1'],
    ['twice, as devices of UniFi write it', 'web01 web01'],
  ])('%s', (_, host) => {
    expect(readLine(`Nov 16 10:00:00 ${host} sshd[4711]: ${ACCEPTED}`)).toMatchObject({
      login: { ...LOGIN, hostname: 'web01', loginId: '0x1267' },
    });
  });
});

test('RFC 5424 with a bracket in quotes that is not escaped', () => {
  const line = `<38>1 2026-11-16T10:00:00Z web01 sshd 4711 - [a@1 b="[x] \\" y"][c@1 d="]"] ${ACCEPTED}`;
  expect(readLine(line)).toMatchObject({ login: { ...LOGIN, hostname: 'web01' } });
});

describe('sshd.log of OpenSSH for Windows', () => {
  // https://github.com/PowerShell/Win32-OpenSSH/wiki/Logging-Facilities
  const line = (text: string): string => `4711 2026-11-16 10:00:00.123 ${text}`;

  test('has the process and the local time, and no host', () => {
    expect(readLine(line(ACCEPTED.replace('ana', 'corp\\\\ana')))).toMatchObject({
      login: {
        ...LOGIN,
        user: 'corp\\ana',
        hostname: 'GIVEN',
        loginId: '0x1267',
        time: '2026-11-16T10:00:00.123000Z',
      },
    });
    expect(readFiles([[line(ACCEPTED)]])).toMatchObject([
      { kind: 'FAILED', reason: expect.stringMatching(/^no host name/) },
    ]);
  });

  test('other lines', () => {
    const fates = [line('Server listening on :: port 22.'), line('debug1: Bind to port 22 on ::.')];
    expect(readFiles([fates], OPTIONS)).toMatchObject([{ kind: 'SKIPPED' }, { kind: 'SKIPPED' }]);
  });
});

describe('ESXi', () => {
  // https://knowledge.broadcom.com/external/article/306962 (hostd.log)
  const line = (text: string): string =>
    `2026-11-16T10:00:00.000Z info hostd[2107] [Originator@6876 sub=Vimsvc.ha-eventmgr opID=esxui-1] ${text}`;
  const from = { hostname: 'GIVEN', user: 'root', loginType: 'REMOTE' };

  test('hostd logs in the clients of its API', () => {
    expect(readLine(line('Event 123 : User root@10.0.0.9 logged in as Mozilla/5.0'))).toMatchObject({
      login: { ...from, srcIp: '10.0.0.9', loginSuccessful: true },
    });
    expect(readLine(line('Rejected password for user root from 10.0.0.9'))).toMatchObject({
      login: { ...from, srcIp: '10.0.0.9', loginSuccessful: false },
    });
    const out = 'Event 124 : User root@10.0.0.9 logged out (login time: x, user agent: Mozilla/5.0)';
    expect(readLine(line(out))).toMatchObject({ logout: from });
  });

  test('ESXi 6 and 7 forward the header of hostd.log with the message', () => {
    const forwarded =
      '<166>2026-11-16T10:00:00.000Z esx1 Hostd: info hostd[2107] [Originator@6876 sub=Vimsvc.ha-eventmgr] Event 123 : User root@10.0.0.9 logged in as x';
    expect(readLine(forwarded)).toMatchObject({
      login: { hostname: 'esx1', user: 'root', srcIp: '10.0.0.9', loginType: 'REMOTE' },
    });
  });

  test('hostd has one process for all sessions, whose pid is not a login id', () => {
    const events = [
      readLine(line('Event 1 : User root@10.0.0.9 logged in as x')).login,
      readLine(line('Event 2 : User root@10.0.0.9 logged out')).logout,
    ];
    expect(events.map(({ loginId }) => loginId)).toEqual([undefined, undefined]);
  });

  // BadUsernameSessionEvent and esx.audit.account.locked: each of these failed logins is a line `Rejected password`.
  test.each([
    ['Event 125 : Cannot login root@10.0.0.9', 'SKIPPED'],
    [
      "Event 126 : Remote access for ESXi local user account 'root' has been locked for 900 seconds after 5 failed login attempts.",
      'SKIPPED',
    ],
    ['Task Created : haTask--vim.SessionManager-1', 'UNRELATED'],
  ])('%s is %s', (text, kind) => {
    expect(readLine(line(text))).toMatchObject({ kind });
  });

  // NoAccessUserEvent: the password was right.
  test('a user without permission fails to log in', () => {
    expect(readLine(line('Event 127 : Cannot login user ana@10.0.0.9: no permission'))).toMatchObject({
      login: { hostname: 'GIVEN', user: 'ana', srcIp: '10.0.0.9', loginSuccessful: false },
    });
  });

  test('the console', () => {
    const text = 'pam_unix(dcui:session): session opened for user root by (uid=0)';
    expect(listEvents([lineAt(0, 'DCUI[8]', text)])).toMatchObject([
      { login: { user: 'root', loginType: 'LOCAL', loginId: '0x8' } },
    ]);
  });
});

describe('AIX', () => {
  test('each failed login at a terminal, from tsm', () => {
    const line = (text: string): any => readLine(`Nov 16 10:00:00 aix1 auth|security:notice tsm: ${text}`);
    const failed = { hostname: 'aix1', loginSuccessful: false };
    expect(line('/dev/pts/0: failed login attempt for root from 10.0.0.9')).toMatchObject({
      login: { ...failed, user: 'root', srcIp: '10.0.0.9', loginType: 'REMOTE' },
    });
    const { login } = line('/dev/vty0: failed login attempt for UNKNOWN_USER');
    expect(login).toMatchObject({ ...failed, loginType: 'LOCAL' });
    expect(login.user).toBeUndefined();
  });

  const fail = (text: string): any => readLine(`Nov 16 10:00:00 aix1 auth|security:info syslog: ${text}`);

  test('each failed login, with the terminal', () => {
    expect(fail('pts/3: failed login attempt for ana from 10.0.0.9')).toMatchObject({
      login: {
        hostname: 'aix1',
        user: 'ana',
        srcIp: '10.0.0.9',
        loginType: 'REMOTE',
        loginSuccessful: false,
      },
    });
    expect(fail('vty0: failed login attempt for ana')).toMatchObject({
      login: { user: 'ana', loginType: 'LOCAL', loginSuccessful: false },
    });
    expect(fail('vty0: failed login attempt for UNKNOWN_USER').login.user).toBeUndefined();
  });

  test('sshd reports its own', () => {
    expect(fail('ssh: failed login attempt for ana from 10.0.0.9')).toMatchObject({ kind: 'SKIPPED' });
  });
});

test.each([
  [
    'audit[1004]',
    'USER_LOGIN pid=1004 uid=0 auid=1000 ses=8 msg=\'op=login id=1000 exe="/usr/sbin/sshd" res=success\'',
  ],
  [
    'kernel',
    "audit: type=1112 audit(1794823200.123:105): pid=1004 uid=0 auid=1000 ses=8 msg='op=login res=success'",
  ],
  [
    'kernel',
    "[  12.345678] audit: type=1100 audit(1794823200.123:105): pid=1004 msg='op=PAM:authentication res=failed'",
  ],
])('%s: a record of audit is skipped by name: %s', (program, text) => {
  const reason = 'an audit record outside of the log of auditd: sshd and PAM report its logins';
  expect(listFates([[lineAt(0, program, text)]])).toEqual([reason]);
});

test('tinyssh names the user of an accepted key', () => {
  const text = (message: string): string =>
    lineAt(0, 'tinysshd[8]', `tinysshd: oMP07ohV: info: ${message} {packet_auth.c:150}`);
  expect(listEvents([text('auth: ana: ssh-ed25519 AAAAC3Nza accepted')])).toMatchObject([
    { login: { user: 'ana', loginType: 'REMOTE', loginSuccessful: true, loginId: '0x8' } },
  ]);
  expect(listFates([[text('connection from 10.0.0.9:50000')]])).toEqual([
    'tinyssh: neither a login nor a logout',
  ]);
});

test('logins of kdm, which writes its display before its process', () => {
  const text = (message: string): string => lineAt(0, 'kdm', `:0[8]: pam_unix(kdm:${message}`);
  const session = { user: 'ana', loginType: 'INTERACTIVE', loginId: '0x8' };
  expect(
    listEvents([
      text('session): session opened for user ana by (uid=0)'),
      text('session): session closed for user ana'),
    ]),
  ).toMatchObject([{ login: { ...session, loginSuccessful: true } }, { logout: session }]);
  const failure = 'authentication failure; logname= uid=0 euid=0 tty=:0 ruser= rhost=  user=ana';
  expect(listEvents([text(`auth): ${failure}`)])).toMatchObject([
    { login: { user: 'ana', loginType: 'INTERACTIVE', loginSuccessful: false } },
  ]);
});

test('the wrong password at a locked screen of KDE is not a login, and at its login screen it is', () => {
  const text =
    'pam_unix(kde:auth): authentication failure; logname=ana uid=1000 euid=1000 tty=:0 ruser= rhost=  user=ana';
  const locked = 'PAM of a locked screen: an unlock is not a login';
  const lines = ['kscreenlocker_greet[8]', 'kcheckpass[9]'].map((program) => lineAt(0, program, text));
  expect(listFates([lines])).toEqual([locked, locked]);
  expect(listFates([[lineAt(0, 'kdm[8]', text)]])).toEqual(['login']);
});
