import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { fateOf } from '../fateOf.ts';

import { readFiles } from './syslogLines.ts';

const OPTIONS: SensorOptions = {
  ...NO_OPTIONS,
  timeZone: parseInputZone('Europe/Berlin'),
  hostname: 'GIVEN',
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const readLine = (line: string, options = OPTIONS): any => {
  const [outcome] = readFiles([[line]], options);
  return outcome !== undefined && 'event' in outcome ? outcome.event : outcome;
};

const FROM = { user: 'ana', srcIp: '10.0.0.9', loginType: 'REMOTE' };

describe('Cisco NX-OS', () => {
  test.each([
    'Nov 16 10:00:00 nx1 : 2026 Nov 16 10:00:00 CET: %DAEMON-6-SYSTEM_MSG: Accepted password for ana from 10.0.0.9 port 50000 ssh2 - dcos_sshd[4711]',
    '2026 Nov 16 10:00:00 nx1 %DAEMON-6-SYSTEM_MSG: Accepted password for ana from 10.0.0.9 port 50000 ssh2 - dcos_sshd[4711]',
  ])('names the program at the end: %s', (line) => {
    expect(readLine(line)).toMatchObject({
      login: { ...FROM, hostname: 'nx1', srcPort: 50000, loginSuccessful: true },
    });
  });

  const nexus = (text: string): string => `2026 Nov 16 10:00:00 nx1 %AUTHPRIV-3-SYSTEM_MSG: ${text}`;
  const listFates = (...texts: readonly string[]): readonly string[] =>
    readFiles([texts.map(nexus)], OPTIONS).map(fateOf);

  test('a failed login', () => {
    const line = nexus('pam_aaa:Authentication failed for user ana from 10.0.0.9 - dcos_sshd[4711]');
    expect(readLine(line)).toMatchObject({ login: { ...FROM, loginSuccessful: false } });
  });

  test('a failed login without a user', () => {
    const { login } = readLine(nexus('pam_aaa:Authentication failed from 10.0.0.9 - dcos_sshd[6531]'));
    expect(login).toMatchObject({ srcIp: '10.0.0.9', loginType: 'REMOTE', loginSuccessful: false });
    expect(login.user).toBeUndefined();
  });

  test('a failed login that PAM and sshd report is one', () => {
    expect(
      listFates(
        'pam_aaa:Authentication failed for user ana from 10.0.0.9 - dcos_sshd[4711]',
        'error: PAM: Authentication failure for illegal user ana from 10.0.0.9 - dcos_sshd[4711]',
      ),
    ).toEqual(['login', 'repeats a failed login that another line reports']);
  });

  test('the process at the end is that of the login, of the session of PAM and of the logout', () => {
    const session = 'pam_unix(dcos_sshd:session): session';
    expect(
      listFates(
        'Accepted password for ana from 10.0.0.9 port 50000 ssh2 - dcos_sshd[4711]',
        `${session} opened for user ana by (uid=0) - dcos_sshd[4711]`,
        `${session} closed for user ana - dcos_sshd[4711]`,
      ),
    ).toEqual(['login', 'PAM session opened: repeats Accepted', 'logout']);
    expect(
      readLine(nexus('Accepted password for ana from 10.0.0.9 port 50000 ssh2 - dcos_sshd[4711]')),
    ).toMatchObject({ login: { loginId: '0x1267' } });
  });

  test('a login at the console', () => {
    const line = nexus('pam_unix(dcos_login:session): session opened for user ana by (uid=0) - login[4711]');
    expect(readLine(line)).toMatchObject({ login: { user: 'ana', loginType: 'LOCAL', loginId: '0x1267' } });
  });

  test('the parts of a line in JSON', () => {
    const value = {
      timestamp: '2026-11-16T09:00:00Z',
      hostname: 'nx1',
      appname: '%DAEMON-6-SYSTEM_MSG',
      message: 'Accepted password for ana from 10.0.0.9 port 50000 ssh2 - dcos_sshd[4711]',
    };
    const [outcome] = readFiles([[value]], OPTIONS);
    expect(outcome).toMatchObject({ event: { login: { ...FROM, loginId: '0x1267' } } });
  });
});

describe('Junos', () => {
  // https://www.juniper.net/documentation/us/en/software/junos/syslog-messages: SSHD_LOGIN_FAILED, LOGIN_FAILED, LOGIN_INFORMATION
  test('a failed login that sshd reports twice is one', () => {
    const lines = [
      'Nov 16 10:00:00 srx1 sshd[4711]: Failed password for ana from 10.0.0.9 port 50000 ssh2',
      "Nov 16 10:00:00 srx1 sshd[4711]: SSHD_LOGIN_FAILED: Login failed for user 'ana' from host '10.0.0.9'",
    ];
    expect(readFiles([lines], OPTIONS).map(fateOf)).toEqual([
      'login',
      'repeats a failed login that another line reports',
    ]);
  });

  describe('a failed login that a line without a process reports again', () => {
    const failed = (user = 'ana', from = '10.0.0.9'): string =>
      `Nov 16 10:00:00 srx1 sshd[4711]: Failed password for ${user} from ${from} port 50000 ssh2`;
    const again = (user = 'ana', from = '10.0.0.9', host = 'srx1'): string =>
      `Nov 16 10:00:01 ${host} sshd: SSHD_LOGIN_FAILED: Login failed for user '${user}' from host '${from}'`;
    const REPEATS = 'repeats a failed login that another line reports';
    const listFates = (...lines: readonly string[]): readonly string[] =>
      readFiles([lines], OPTIONS).map(fateOf);

    test('is one, in each order of the lines', () => {
      expect(listFates(failed(), again())).toEqual(['login', REPEATS]);
      expect(listFates(again(), failed())).toEqual([REPEATS, 'login']);
      expect(listFates(failed(), again(), failed(), again())).toEqual(['login', REPEATS, 'login', REPEATS]);
      expect(listFates(failed(), failed(), again(), again())).toEqual(['login', 'login', REPEATS, REPEATS]);
    });

    test.each([
      ['another user', again('bob')],
      ['another address', again('ana', '10.0.0.8')],
      ['another host', again('ana', '10.0.0.9', 'srx2')],
      ['another time', again().replace('10:00:01', '10:00:06')],
    ])('is two if they have %s', (_, other) => {
      expect(listFates(failed(), other)).toEqual(['login', 'login']);
      expect(listFates(other, failed())).toEqual(['login', 'login']);
    });

    test('counts if no other line reports it', () => {
      expect(listFates(again(), again())).toEqual(['login', 'login']);
      expect(listFates(failed(), again(), again())).toEqual(['login', REPEATS, 'login']);
    });
  });

  test.each([
    ["sshd[4711]: SSHD_LOGIN_FAILED: Login failed for user 'ana' from host '10.0.0.9'", false],
    ['login[4711]: LOGIN_FAILED: Login failed for user ana from host 10.0.0.9', false],
    ['login[4711]: LOGIN_INFORMATION: User ana logged in from host 10.0.0.9 on device ttyp0', true],
  ])('%s', (text, loginSuccessful) => {
    expect(readLine(`Nov 16 10:00:00 srx1 ${text}`)).toMatchObject({ login: { ...FROM, loginSuccessful } });
  });

  test('a login at the console', () => {
    const line =
      'Nov 16 10:00:00 srx1 login[4711]: LOGIN_INFORMATION: User ana logged in from host [unknown] on device ttyu0';
    expect(readLine(line)).toMatchObject({ login: { user: 'ana', loginType: 'LOCAL' } });
  });
});
