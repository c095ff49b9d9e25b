import { describe, expect, test } from '@jest/globals';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const REPEATS = 'repeats a failed login that another line reports';

describe('failed logins of other services', () => {
  const at = (service: string, tty: string, rhost = ''): string =>
    lineAt(
      0,
      `${service}[5]`,
      `pam_unix(${service}:auth): authentication failure; logname= uid=0 euid=0 tty=${tty} ruser= rhost=${rhost}  user=ana`,
    );

  test.each([
    ['login', '/dev/tty1', '', 'LOCAL'],
    ['login', 'pts/3', '203.0.113.8', 'REMOTE'],
    ['gdm-password', '/dev/tty1', '', 'INTERACTIVE'],
    ['gdm-fingerprint', '/dev/tty1', '', 'INTERACTIVE'],
    ['lightdm', ':0', '', 'INTERACTIVE'],
    ['sddm', '', '', 'INTERACTIVE'],
    ['xrdp-sesman', 'xrdp-sesman', '', 'RDP'],
    ['cockpit', 'cockpit', '203.0.113.8', 'REMOTE'],
  ])('%s on %s from "%s"', (service, tty, rhost, loginType) => {
    const [event] = listEvents([at(service, tty, rhost)]) as any[];
    expect(event.login).toMatchObject({ user: 'ana', loginType, loginSuccessful: false });
    expect(event.login.srcIp).toBe(rhost === '' ? undefined : rhost);
  });

  test.each([
    ['gdm-password]', 'gdm-password'],
    ['lightdm', 'lightdm'],
  ])('the number of further failures of %s', (program, service) => {
    const failure = 'logname= uid=0 euid=0 tty=/dev/tty1 ruser= rhost=  user=ana';
    const lines = [
      lineAt(0, `${program}[5]`, `pam_unix(${service}:auth): authentication failure; ${failure}`),
      lineAt(9, `${program}[5]`, `PAM 2 more authentication failures; ${failure}`),
    ];
    expect(listEvents(lines)).toMatchObject(
      [1, 2, 3].map(() => ({ login: { user: 'ana', loginType: 'INTERACTIVE', loginSuccessful: false } })),
    );
  });

  test('without a pid, as gdm and lightdm write', () => {
    const lines = [0, 3].map((seconds) =>
      lineAt(
        seconds,
        'lightdm',
        'pam_unix(lightdm:auth): authentication failure; logname= uid=0 euid=0 tty=:0 ruser= rhost=  user=ana',
      ),
    );
    expect(listFates([lines])).toEqual(['login', 'login']);
  });

  test('login reports each failed login itself', () => {
    // https://github.com/util-linux/util-linux/blob/master/login-utils/login.c and shadow's login.c
    const own = [
      'FAILED LOGIN 1 FROM tty1 FOR ana, Authentication failure',
      'FAILED LOGIN SESSION FROM tty1 FOR ana, Authentication failure',
      "FAILED LOGIN (1) on '/dev/tty1' FOR 'ana', Authentication failure",
      "TOO MANY LOGIN TRIES (3) on '/dev/tty1' FOR 'ana'",
      "invalid password for 'ana' on 'tty1'",
    ];
    for (const text of own) {
      expect(listFates([[at('login', '/dev/tty1'), lineAt(2, 'login[5]', text)]])).toEqual([
        REPEATS,
        'login',
      ]);
      expect(listEvents([lineAt(2, 'login[5]', text)])).toMatchObject([
        { login: { user: 'ana', loginType: 'LOCAL', loginSuccessful: false } },
      ]);
    }
    expect(
      listEvents([
        lineAt(0, 'login[5]', 'FAILED LOGIN 2 FROM 203.0.113.8 FOR (unknown), Authentication failure'),
      ]),
    ).toMatchObject([
      { login: { user: undefined, loginType: 'REMOTE', srcIp: '203.0.113.8', loginSuccessful: false } },
    ]);
    expect(listEvents([lineAt(0, 'login[5]', '3 LOGIN FAILURES ON ttyv0, ana')])).toHaveLength(3);
  });

  test('xrdp reports each failed login with the address', () => {
    const own = lineAt(
      0,
      'xrdp-sesman[5]',
      '[INFO ] AUTHFAIL: user=ana ip=::ffff:203.0.113.8 time=1794823200',
    );
    expect(listFates([[at('xrdp-sesman', 'xrdp-sesman'), own]])).toEqual([REPEATS, 'login']);
    expect(listEvents([own])).toMatchObject([
      { login: { user: 'ana', loginType: 'RDP', srcIp: '203.0.113.8', loginSuccessful: false } },
    ]);
  });

  test.each([
    ['sudo', 'PAM of cron, su, sudo and similar: not a user session'],
    ['su', 'PAM of cron, su, sudo and similar: not a user session'],
    ['gnome-screensaver', 'PAM of a locked screen: an unlock is not a login'],
    ['kscreenlocker_greet', 'PAM of a locked screen: an unlock is not a login'],
    ['swaylock', 'PAM of a locked screen: an unlock is not a login'],
    ['vsftpd', 'PAM of ftp: no session of a user'],
    ['dovecot', 'PAM of cron, su, sudo and similar: not a user session'],
  ])('%s: none', (service, reason) => {
    expect(listFates([[at(service, '')]])).toEqual([reason]);
  });

  test('a service that is not known is not understood', () => {
    expect(listFates([[at('acme-vpn', '')]])).toEqual(['NOT_UNDERSTOOD: PAM: a service that is not known']);
  });
});
