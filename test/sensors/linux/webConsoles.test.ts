import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const SYNOLOGY = 'User [ana] from [10.0.0.9]';
const QNAP =
  'conn log: Users: ana, Source IP: 10.0.0.9, Computer name: ---, Connection type: HTTP, Accessed resources: Administration, Action:';

/** The texts are those of the projects' sources, or of logs that users show; the names and addresses are not. */
const CONSOLES = [
  {
    program: 'webmin[8]',
    login: 'Successful login as ana from 10.0.0.9',
    failed: ['Invalid login as ana from 10.0.0.9', 'Non-existent login as ana from 10.0.0.9'],
    logout: ['Logout by ana from 10.0.0.9'],
  },
  {
    // https://github.com/fail2ban/fail2ban: filter.d
    program: 'pvedaemon[8]',
    login: null,
    failed: ['authentication failure; rhost=10.0.0.9 user=ana msg=no such user (ana@pam)'],
    logout: [],
  },
  {
    // https://github.com/pfsense/pfsense: auth.inc
    program: 'php-fpm[8]',
    login: "/index.php: Successful login for user 'ana' from: 10.0.0.9 (Local Database)",
    failed: ["/index.php: webConfigurator authentication error for user 'ana' from: 10.0.0.9"],
    logout: [
      "/index.php: User logged out for user 'ana' from: 10.0.0.9 (Local Database)",
      "/index.php: Session timed out for user 'ana' from: 10.0.0.9",
    ],
  },
  {
    // https://github.com/opnsense/core: authgui.inc
    program: 'audit[8]',
    login: "/index.php: Successful login for user 'ana' from: 10.0.0.9",
    failed: ["/index.php: Web GUI authentication error for 'ana' from 10.0.0.9"],
    logout: ["/index.php: User logged out for user 'ana' from: 10.0.0.9"],
  },
  {
    program: 'Connection',
    login: `${SYNOLOGY} logged in successfully via [DSM].`,
    failed: [`${SYNOLOGY} failed to log in via [DSM] due to authorization failure.`],
    logout: [`${SYNOLOGY} logged out the server via [DSM] with totally [0 Bytes] uploaded.`],
  },
  {
    program: 'qlogd[8]',
    login: `${QNAP} Login OK`,
    failed: [`${QNAP} Login Fail`],
    logout: [`${QNAP} Logout`],
  },
] as const;

const SESSION = { hostname: 'web01', user: 'ana', loginType: 'REMOTE', loginId: undefined };
const FROM = { ...SESSION, srcIp: '10.0.0.9' };
const read = (program: string, text: string): readonly unknown[] => listEvents([lineAt(0, program, text)]);

describe.each(CONSOLES)('$program', ({ program, login, failed, logout }) => {
  if (login !== null) {
    test('a login', () => {
      expect(read(program, login)).toMatchObject([{ login: { ...FROM, loginSuccessful: true } }]);
    });
  }

  test.each(failed)('a failed login: %s', (text) => {
    expect(read(program, text)).toMatchObject([{ login: { ...FROM, loginSuccessful: false } }]);
  });

  if (logout.length > 0) {
    test.each<string>(logout)('a logout: %s', (text) => {
      expect(read(program, text)).toMatchObject([{ logout: SESSION }]);
    });
  }

  test('the name of a failed login may contain an address', () => {
    const [text] = failed;
    const name = 'x from 9.9.9.9';
    const forged = text.replace(/\bana\b/, name);
    expect(read(program, forged)).toMatchObject([{ login: { srcIp: '10.0.0.9', user: name } }]);
  });

  test('another text about a login is not understood', () => {
    expect(listFates([[lineAt(0, program, 'a login in another way')]])).toEqual([
      'NOT_UNDERSTOOD: a program that is not known',
    ]);
  });
});

test.each([
  [
    'pvedaemon[8]',
    "<root@pam> successful auth for user 'root@pam'",
    'Proxmox: written for each ticket, also for one that is renewed: not surely a login',
  ],
  [
    'audit[8]',
    'user root failed authentication for WebGui on OPNsense\\Auth\\Services\\WebGui via OPNsense\\Auth\\Local',
    'OPNsense: a step of a login, or a call without a session',
  ],
  [
    'audit[8]',
    'no active session, user not found (called "/ui/core" @ 10.0.0.9)',
    'OPNsense: a step of a login, or a call without a session',
  ],
])('%s: %s is skipped', (program, text, reason) => {
  expect(listFates([[lineAt(0, program, text)]])).toEqual([reason]);
});
