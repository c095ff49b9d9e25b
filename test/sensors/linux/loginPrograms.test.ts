import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const opened = (program: string, service: string, user = 'ana'): string =>
  lineAt(
    0,
    program,
    `pam_unix(${service}:session): session opened for user ${user}(uid=1000) by ${user}(uid=0)`,
  );
const closed = (program: string, service: string, user = 'ana'): string =>
  lineAt(60, program, `pam_unix(${service}:session): session closed for user ${user}`);

describe('sessions that PAM opens', () => {
  test.each([
    ['cockpit-session[8]', 'cockpit', 'REMOTE'],
    ['sddm-helper[8]', 'sddm-autologin', 'INTERACTIVE'],
    ['lightdm[8]', 'lightdm-autologin', 'INTERACTIVE'],
    ['gdm-autologin][8]', 'gdm-autologin', 'INTERACTIVE'],
    ['gdm-password][8]', 'gdm-password', 'INTERACTIVE'],
    ['greetd[8]', 'greetd', 'INTERACTIVE'],
    ['in.rlogind[8]', 'rlogin', 'REMOTE'],
    ['vsftpd[8]', 'vsftpd', 'REMOTE'],
  ])('%s, %s: %s', (program, service, loginType) => {
    const session = { user: 'ana', loginType, loginId: '0x8' };
    expect(listEvents([opened(program, service), closed(program, service)])).toMatchObject([
      { login: { ...session, uid: '1000', loginSuccessful: true } },
      { logout: session },
    ]);
  });

  test.each([
    ['lightdm', 'lightdm-greeter', 'lightdm'],
    ['lightdm', 'lightdm', 'lightdm'],
    ['sddm-helper', 'sddm-greeter', 'sddm'],
    ['gdm-launch-environment]', 'gdm-launch-environment', 'gdm'],
  ])('of a login screen are not those of users: %s, %s', (program, service, user) => {
    const reason = 'PAM of a login screen: its own session, not that of a user';
    expect(listFates([[opened(program, service, user), closed(program, service, user)]])).toEqual([
      reason,
      reason,
    ]);
  });

  test.each([
    ['1.4 and later', 'stand by me(uid=1000) by (uid=0)'],
    ['1.4 and later, by a user', 'stand by me(uid=1000) by root(uid=0)'],
    ['before 1.4', 'stand by me by (uid=0)'],
    ['without who opened it', 'stand-by-me'],
  ])('have the whole name of the user: Linux-PAM %s', (_, text) => {
    const user = text.startsWith('stand by me') ? 'stand by me' : text;
    const line = `pam_unix(gdm-password:session): session opened for user ${text}`;
    expect(listEvents([lineAt(0, 'gdm-password][8]', line)])).toMatchObject([{ login: { user } }]);
  });

  test('that run0 opens are skipped, as those of sudo', () => {
    expect(listFates([[opened('systemd', 'systemd-run0', 'root')]])).toEqual([
      'PAM of cron, su, sudo and similar: not a user session',
    ]);
  });

  test('of a service that is not known are not understood, and logind reports the login', () => {
    const lines = [opened('acme', 'acme-vpn'), lineAt(0, 'systemd-logind[4]', 'New session 7 of user ana.')];
    expect(listFates([lines])).toEqual(['NOT_UNDERSTOOD: PAM: a service that is not known', 'login']);
  });
});

describe('sessions of pam_unix2, as SUSE wrote them', () => {
  test.each([
    ['kdm[8]', 'pam_unix2:', 'xdm', 'INTERACTIVE'],
    ['login[8]', 'pam_unix2:', 'login', 'LOCAL'],
    ['sshd[8]', 'pam_unix2(sshd:session):', 'sshd', 'REMOTE'],
  ])('%s, %s', (program, module, service, loginType) => {
    const at = (seconds: number, change: string): string =>
      lineAt(seconds, program, `${module} session ${change} for user ana, service ${service} `);
    const session = { user: 'ana', loginType, loginId: '0x8' };
    expect(listEvents([at(0, 'started'), at(60, 'finished')])).toMatchObject([
      { login: { ...session, loginSuccessful: true } },
      { logout: session },
    ]);
  });

  test('of su are skipped', () => {
    const text = 'pam_unix2: session started for user root, service su ';
    expect(listFates([[lineAt(0, 'su', text)]])).toEqual([
      'PAM of cron, su, sudo and similar: not a user session',
    ]);
  });
});

describe('login', () => {
  test.each([
    ['LOGIN ON tty1 BY ana', 'ana', 'LOCAL', undefined],
    ['LOGIN ON pts/3 BY ana FROM 203.0.113.8', 'ana', 'REMOTE', '203.0.113.8'],
    ['DIALUP AT ttyS0 BY ana', 'ana', 'LOCAL', undefined],
    ['ROOT LOGIN ON tty1', 'root', 'LOCAL', undefined],
    ["ROOT LOGIN  on '/dev/tty1'", 'root', 'LOCAL', undefined],
    ["ROOT LOGIN  on '/dev/pts/3' from '203.0.113.8'", 'root', 'REMOTE', '203.0.113.8'],
    ['ROOT LOGIN (root) ON ttyv0', 'root', 'LOCAL', undefined],
    ['login on ttyv0 as ana', 'ana', 'LOCAL', undefined],
    ['ROOT LOGIN /dev/console', 'root', 'LOCAL', undefined],
    ['ROOT LOGIN /dev/pts/3 FROM 203.0.113.8', 'root', 'REMOTE', '203.0.113.8'],
    ["root login on 'ttyS0'", 'root', 'LOCAL', undefined],
  ])('%s', (text, user, loginType, srcIp) => {
    const line = lineAt(1, 'login[8]', text);
    expect(listEvents([line])).toMatchObject([
      { login: { user, loginType, srcIp, loginId: '0x8', loginSuccessful: true } },
    ]);
    const repeats = 'login: repeats the session that PAM opened';
    expect(listFates([[opened('login[8]', 'login', user), line]])).toEqual(['login', repeats]);
    const [withoutPid, sameWithoutPid] = [opened('login', 'login', user), lineAt(1, 'login', text)];
    expect(listFates([[withoutPid, sameWithoutPid, withoutPid, sameWithoutPid]])).toEqual([
      'login',
      repeats,
      'login',
      repeats,
    ]);
  });
});

describe('the failures that login of Solaris counts', () => {
  // https://github.com/illumos/illumos-gate/blob/master/usr/src/cmd/login/login.c
  test.each([
    ['REPEATED LOGIN FAILURES ON /dev/pts/3 FROM 203.0.113.8', 'REMOTE', '203.0.113.8'],
    ['REPEATED LOGIN FAILURES ON /dev/console', 'LOCAL', undefined],
  ])('%s is one failed login, because their number is not known', (text, loginType, srcIp) => {
    const events = listEvents([lineAt(0, 'login[8]', `[ID 760094 auth.crit] ${text}`)]);
    expect(events).toMatchObject([{ login: { loginType, srcIp, user: undefined, loginSuccessful: false } }]);
  });
});

describe('dropbear', () => {
  // https://github.com/mkj/dropbear/blob/master/src/svr-auth.c, svr-authpasswd.c and svr-authpubkey.c
  const dropbear = (text: string, program = 'dropbear[8]'): string => lineAt(0, program, text);
  const from = { loginType: 'REMOTE', srcIp: '203.0.113.8', srcPort: 50002 };

  test.each([
    "Password auth succeeded for 'ana' from 203.0.113.8:50002",
    "PAM password auth succeeded for 'ana' from 203.0.113.8:50002",
    "Pubkey auth succeeded for 'ana' with key sha1!! 5f:0a:11 from 203.0.113.8:50002",
    "Pubkey auth succeeded for 'ana' with ssh-ed25519 key SHA256:abc from 203.0.113.8:50002",
    "Auth succeeded with blank password for 'ana' from 203.0.113.8:50002",
  ])('%s', (text) => {
    expect(listEvents([dropbear(text)])).toMatchObject([
      { login: { ...from, user: 'ana', loginId: '0x8', loginSuccessful: true } },
    ]);
    expect(listEvents([dropbear(text, 'dropbear')])).toMatchObject([
      { login: { ...from, user: 'ana', loginId: undefined, loginSuccessful: true } },
    ]);
  });

  test.each([
    ["Bad password attempt for 'root' from 203.0.113.8:50002", 'root'],
    ["bad password attempt for 'root' from 203.0.113.8:50002", 'root'],
    ["[8] Nov 16 10:00:00 Bad password attempt for 'root' from 203.0.113.8:50002", 'root'],
    ["Bad PAM password attempt for 'root' from 203.0.113.8:50002", 'root'],
    ['Login attempt for nonexistent user from 203.0.113.8:50002', undefined],
    ["Login attempt for nonexistent user 'admin' from 203.0.113.8:50002", 'admin'],
    ["Bad password attempt for 'x' from 9.9.9.9:1' from 203.0.113.8:50002", "x' from 9.9.9.9:1"],
  ])('%s', (text, user) => {
    expect(listEvents([dropbear(text)])).toMatchObject([
      { login: { ...from, user, loginId: undefined, loginSuccessful: false } },
    ]);
  });

  test.each(['Exit (ana): Disconnect received', 'Exit (ana) from <203.0.113.8:50002>: Disconnect received'])(
    '%s',
    (text) => {
      expect(listEvents([dropbear(text)])).toMatchObject([{ logout: { user: 'ana', loginId: '0x8' } }]);
    },
  );

  test('IPv6', () => {
    expect(listEvents([dropbear("Password auth succeeded for 'ana' from 2001:db8::9:50002")])).toMatchObject([
      { login: { srcIp: '2001:db8::9', srcPort: 50002 } },
    ]);
  });

  test.each([
    'Child connection from 203.0.113.8:50002',
    "Exit before auth from <203.0.113.8:50002>: (user 'root', 2 fails): Max auth tries reached - user 'root'",
    'Exit before auth: Exited normally',
    'Early exit: Terminated by signal',
  ])('%s is skipped', (text) => {
    expect(listFates([[dropbear(text)]])).toEqual(['dropbear: neither a login nor a logout']);
  });
});

test('rlogin with Kerberos writes the address of a failed login', () => {
  const text =
    'Authentication failed from host.example (203.0.113.8): Permission denied in replay cache code';
  expect(listEvents([lineAt(0, 'klogind[8]', text)])).toMatchObject([
    { login: { user: undefined, srcIp: '203.0.113.8', loginSuccessful: false, loginType: 'REMOTE' } },
  ]);
  expect(listFates([[lineAt(0, 'klogind[8]', 'Kerberos authentication failed')]])).toEqual([
    'rlogin, rsh, telnet: neither a login nor a logout',
  ]);
});

test.each([
  [String.raw`Accepted password for corp\\ana from 203.0.113.8 port 50002 ssh2`, String.raw`corp\ana`],
  [String.raw`Accepted password for jos\303\251 from 203.0.113.8 port 50002 ssh2`, 'josé'],
  ['Accepted password for josé from 203.0.113.8 port 50002 ssh2', 'josé'],
])('sshd escapes the name of a user: %s', (text, user) => {
  expect(listEvents([lineAt(0, 'sshd[8]', text)])).toMatchObject([{ login: { user } }]);
});

describe('a line without an event', () => {
  const kindOf = (program: string, text: string): readonly string[] =>
    listFates([[lineAt(0, program, text)]]).map(
      (reason) => /^(?:UNRELATED|NOT_UNDERSTOOD)/.exec(reason)?.[0] ?? 'SKIPPED',
    );

  test.each([
    ['kernel', 'audit: user session 5'],
    ['CRON[5]', '(root) CMD (user login)'],
    ['/usr/sbin/cron[5]', 'user'],
    ['postfix/smtpd[5]', 'warning: unknown user: password authentication failed'],
    ['dovecot', 'imap-login: Login: user=<ana>'],
    ['named[5]', 'user'],
    ['run-parts(/etc/cron.daily)[5]', 'user'],
    ['rsyslogd-2177', 'user'],
    ['acme', 'hello'],
  ])('%s: %s is unrelated', (program, text) => {
    expect(kindOf(program, text)).toEqual(['UNRELATED']);
  });

  test.each([
    ['sshd[5]', 'Server listening on 0.0.0.0 port 22.'],
    ['sshd[5]', 'Connection closed by authenticating user root 203.0.113.8 port 50002 [preauth]'],
    ['sshd[5]', 'Disconnected from user ana 203.0.113.8 port 50002'],
    ['sshd[5]', 'Starting session: shell on pts/0 for ana from 203.0.113.8 port 50002 id 0'],
    ['sshd[5]', 'subsystem request for sftp by user ana'],
    ['sshd[5]', 'User child is on pid 700'],
    ['sshd[5]', 'Received disconnect from 203.0.113.8 port 50002:11: disconnected by user'],
    ['sshd[5]', 'PAM service(sshd) ignoring max retries; 6 > 3'],
    ['sshd[5]', 'Authentication refused: bad ownership or modes for directory /home/ana'],
    ['sshd[5]', 'pam_systemd(sshd:session): Failed to create session: Connection timed out'],
    ['sudo', '     ana : TTY=pts/0 ; PWD=/home/ana ; USER=root ; COMMAND=/bin/sh'],
    ['su[5]', 'FAILED SU (to root) ana on pts/0'],
    ['passwd[5]', 'password for ana changed by root'],
    ['systemd[1]', 'Started Session 5 of user ana.'],
    ['gdm-password]', 'gkr-pam: unlocked login keyring'],
    ['sddm[5]', 'Authentication error: SDDM::Auth::ERROR_AUTHENTICATION "Authentication failure"'],
    ['unix_chkpwd[5]', 'password check failed for user (ana)'],
    ['xrdp-sesman[5]', '[INFO ] ++ created session (access granted): username ana, ip 203.0.113.8:50002'],
  ])('%s: %s is skipped', (program, text) => {
    expect(kindOf(program, text)).toEqual(['SKIPPED']);
  });

  test.each([
    // https://github.com/pfsense/pfsense/blob/master/src/etc/inc/auth.inc
    ['sshd[5]', 'The user ana was admitted by a new method'],
    ['login[5]', 'session for ana begins'],
    ['dropbear[5]', 'A login of ana'],
    ['gdm3', 'New words about the user ana'],
    ['acme', 'login of ana'],
    ['acme', 'Session 5 opened'],
    ['acme', 'bad password'],
    ['acme', 'authentication failed'],
  ])('%s: %s is not understood', (program, text) => {
    expect(kindOf(program, text)).toEqual(['NOT_UNDERSTOOD']);
  });
});
