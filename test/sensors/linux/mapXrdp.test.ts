import { describe, expect, test } from '@jest/globals';

import { listEvents, listFates } from './syslogLines.ts';

describe('a session of xrdp', () => {
  const sesman = (seconds: number, text: string, pid = 850): string =>
    `2026-11-16T10:00:${String(seconds).padStart(2, '0')}Z web01 xrdp-sesman[${pid}]: ${text}`;
  const pam = (seconds: number, text: string): string =>
    sesman(seconds, `pam_unix(xrdp-sesman:session): session ${text}`, 900);
  const DETAILS = 'username ana, display :10.0, session_pid 900';
  const idOf = (event: any): unknown => (Object.values(event)[0] as any).loginId;

  test('has one login id from its login to its end', () => {
    const events = listEvents([
      pam(0, 'opened for user ana(uid=1000) by (uid=0)'),
      sesman(10, `[INFO ] ++ disconnected session: ${DETAILS}, ip ::ffff:10.0.0.9:50000 - socket: 12`),
      sesman(20, `(850)(140271766832512)[INFO ] ++ reconnected session: ${DETAILS}`),
      pam(30, 'closed for user ana'),
    ]);
    expect(events).toMatchObject([
      { login: { user: 'ana' } },
      {
        disconnect: {
          user: 'ana',
          hostname: 'web01',
          srcIp: '10.0.0.9',
          time: '2026-11-16T10:00:10.000000Z',
        },
      },
      { reconnect: { user: 'ana', loginType: 'RDP', srcIp: undefined } },
      { logout: { user: 'ana' } },
    ]);
    expect(events.map(idOf)).toEqual(['0x384', '0x384', '0x384', '0x384']);
    expect((events[1] as any).disconnect).not.toHaveProperty('loginType');
    expect((events[1] as any).disconnect.sourceId).toMatch(/^text\/[\da-f]{16}\/1$/);
  });

  test.each([
    'created session (access granted): username ana, ip 10.0.0.9:50000 - socket: 12',
    `terminated session:  ${DETAILS}, ip 10.0.0.9:50000`,
    `reconnected session: username ana, display :10.0`,
    `undisconnected session: ${DETAILS}`,
    `reconnected session: username ana, session_pid 900, display :10.0`,
  ])('is not reconnected by %s', (text) => {
    expect(listFates([[sesman(0, `[INFO ] ++ ${text}`)]])).toEqual([
      'a login program: PAM reports its logins',
    ]);
  });

  test.each([
    ['10.0.0.9', '10.0.0.9'],
    ['10.0.0.9:5', '10.0.0.9'],
    ['::ffff:10.0.0.9:50000 - socket: 12', '10.0.0.9'],
    ['2001:db8::9', '2001:db8::9'],
    ['2001:db8::9:50000 - socket: 12', '2001:db8::9'],
  ])('a reconnect of xrdp from %s', (written, srcIp) => {
    const line = `2026-11-16T10:00:00Z web01 xrdp-sesman[7]: [INFO ] ++ reconnected session: username ana, display :10.0, session_pid 9, ip ${written}`;
    expect(listEvents([line])).toMatchObject([
      { reconnect: { user: 'ana', loginId: '0x9', loginType: 'RDP', srcIp } },
    ]);
  });
});
