import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const SYNOLOGY = 'User [ana] from [10.0.0.9]';
const connection = (type: string, action: string): string =>
  `conn log: Users: ana, Source IP: 10.0.0.9, Computer name: ---, Connection type: ${type}, Accessed resources: Administration, Action: ${action}`;

/** The texts are those of the projects' sources, or of logs that users show; the names and addresses are not. */
const CONSOLES = [
  {
    // https://github.com/webmin/webmin: miniserv.pl
    program: 'webmin[8]',
    success: ['Successful login as ana from 10.0.0.9'],
    failed: ['Invalid login as ana from 10.0.0.9', 'Non-existent login as ana from 10.0.0.9'],
    logout: ['Logout by ana from 10.0.0.9'],
  },
  {
    // https://github.com/proxmox/pve-access-control: AccessControl.pm
    program: 'pvedaemon[8]',
    success: [],
    failed: ['authentication failure; rhost=10.0.0.9 user=ana msg=no such user (ana@pam)'],
    logout: [],
  },
  {
    // https://github.com/pfsense/pfsense: auth.inc
    program: 'php-fpm[8]',
    success: ["/index.php: Successful login for user 'ana' from: 10.0.0.9 (Local Database)"],
    failed: [
      "/index.php: webConfigurator authentication error for user 'ana' from: 10.0.0.9",
      "/xmlrpc.php: webConfigurator authentication error for 'ana' from 10.0.0.9",
    ],
    logout: [
      "/index.php: User logged out for user 'ana' from: 10.0.0.9 (Local Database)",
      "/index.php: Session timed out for user 'ana' from: 10.0.0.9",
    ],
  },
  {
    // https://github.com/opnsense/core: authgui.inc
    program: 'audit[8]',
    success: ["/index.php: Successful login for user 'ana' from: 10.0.0.9"],
    failed: ["/index.php: Web GUI authentication error for 'ana' from 10.0.0.9"],
    logout: ["/index.php: User logged out for user 'ana' from: 10.0.0.9"],
  },
  {
    // Log Center of DSM 6 and 7
    program: 'Connection',
    success: [
      `${SYNOLOGY} logged in successfully via [DSM].`,
      `${SYNOLOGY} signed in to [DSM] successfully via [password].`,
    ],
    failed: [
      `${SYNOLOGY} failed to log in via [DSM] due to authorization failure.`,
      `${SYNOLOGY} failed to sign in to [DSM] via [password] due to authorization failure.`,
    ],
    logout: [
      `${SYNOLOGY} logged out the server via [DSM] with totally [0 Bytes] uploaded.`,
      `${SYNOLOGY} logged out the server via [DSM].`,
    ],
  },
  {
    // QTS 4
    program: 'qlogd[8]',
    success: [connection('HTTP', 'Login OK')],
    failed: [connection('HTTP', 'Login Fail')],
    logout: [connection('HTTP', 'Logout')],
  },
  {
    // QuLog Center of QTS 5 and QuTS hero
    program: 'qulogd[8]',
    success: [connection('HTTPS', 'Login Success'), connection('SSH/SFTP', 'Login Success')],
    failed: [connection('HTTPS', 'Login Fail'), connection('SSH/SFTP', 'Login Fail')],
    logout: [connection('HTTPS', 'Logout')],
  },
] as const;

const SESSION = { hostname: 'web01', user: 'ana', loginType: 'REMOTE', loginId: undefined };
const FROM = { ...SESSION, srcIp: '10.0.0.9' };
const read = (program: string, text: string): readonly unknown[] => listEvents([lineAt(0, program, text)]);

describe.each(CONSOLES)('$program', ({ program, success, failed, logout }) => {
  const texts = [
    ...success.map((text) => [text, { login: { ...FROM, loginSuccessful: true } }] as const),
    ...failed.map((text) => [text, { login: { ...FROM, loginSuccessful: false } }] as const),
    ...logout.map((text) => [text, { logout: SESSION }] as const),
  ];

  test.each(texts)('%s', (text, event) => {
    expect(read(program, text)).toMatchObject([event]);
  });

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

const OF_SHELL = 'Synology: a login over SSH or telnet, which sshd or telnetd reports in auth.log';
const OF_FILES = 'a connection of a file service or an app of a storage device: no session of the host';
const OF_SYSTEM = 'QNAP: access to files, or an event of the system';

test.each([
  [
    'pvedaemon[8]',
    "<root@pam> successful auth for user 'root@pam'",
    'Proxmox: written for each ticket, also when the page renews its own: not always a login',
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
  ['Connection', `${SYNOLOGY} logged in successfully via [SSH].`, OF_SHELL],
  ['Connection', `${SYNOLOGY} failed to log in via [SSH] due to authorization failure.`, OF_SHELL],
  ['Connection', `${SYNOLOGY} logged in successfully via [CIFS(SMB3)].`, OF_FILES],
  ['qulogd[8]', connection('SAMBA', 'Login OK'), OF_FILES],
  ['qulogd[8]', connection('SAMBA', 'Read'), OF_SYSTEM],
  [
    'qulogd[8]',
    'event log: Users: ana, Source IP: 10.0.0.9, Application: Users, Category: Login, Content: [Users] Failed to log in.',
    OF_SYSTEM,
  ],
])('%s: %s is skipped', (program, text, reason) => {
  expect(listFates([[lineAt(0, program, text)]])).toEqual([reason]);
});

test('QNAP writes --- for a user that it does not know', () => {
  const text = connection('HTTPS', 'Login Fail').replace('ana', '---');
  expect(read('qulogd[8]', text)).toMatchObject([{ login: { loginSuccessful: false, user: undefined } }]);
});
