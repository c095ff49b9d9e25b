import { describe, expect, test } from '@jest/globals';

import { listEvents, listFates, NO_SESSION, readAll, record } from './auditRecords.ts';

const SESSION = { hostname: 'web01', user: 'ana', uid: '1000', loginId: '0x100000005', loginType: 'REMOTE' };
const LOGIN = record(
  'USER_LOGIN',
  'op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=/dev/pts/0 res=success',
);

describe('the output of ausearch', () => {
  const SEPARATOR = 'ausearch: the line between two events';

  test('has lines between its events, which are not damage', () => {
    expect(listFates(['----', 'time->Mon Nov 16 10:00:00 2026', LOGIN, '----'])).toEqual([
      SEPARATOR,
      SEPARATOR,
      'login',
      SEPARATOR,
    ]);
  });

  /** As `ausearch -i` writes it (src/ausearch-report.c): names for ids, local times, no quotes. */
  const interpreted = (type: string, message: string, date = '11/16/2026 11:00:00'): string =>
    `type=${type} msg=audit(${date}.250:9000) : pid=700 uid=root auid=ana ses=5 subj=system_u:system_r:sshd_t:s0-s0:c0.c1023 msg='${message}' `;
  const login = (date?: string): string =>
    interpreted(
      'USER_LOGIN',
      'op=login id=ana exe=/usr/sbin/sshd hostname=10.0.0.9 addr=10.0.0.9 terminal=/dev/pts/0 res=success',
      date,
    );
  const readInBerlin = (lines: readonly string[]): readonly any[] =>
    readAll(lines, 'web01', 'Europe/Berlin').map((outcome) => ('event' in outcome ? outcome.event : outcome));

  test.each(['11/16/2026 11:00:00', '11/16/26 11:00:00', '16.11.2026 11:00:00', '2026-11-16 11:00:00'])(
    'has local times: %s',
    (date) => {
      expect(readInBerlin([login(date)])).toMatchObject([
        {
          login: {
            ...SESSION,
            uid: undefined,
            time: '2026-11-16T10:00:00.250000Z',
            sourceId: 'audit/9000',
            srcIp: '10.0.0.9',
            loginSuccessful: true,
          },
        },
      ]);
    },
  );

  test('needs a time zone, and a date whose order is known', () => {
    expect(listFates([login()])).toEqual([
      expect.stringMatching(/^no time zone: ausearch -i writes local times/),
    ]);
    expect(readInBerlin([login('16/11/2026 11:00:00')])).toMatchObject([
      { kind: 'FAILED', reason: expect.stringMatching(/^the date of ausearch -i is not in the order of/) },
    ]);
  });

  test('has names without quotes, in which an attacker cannot forge an address', () => {
    const forged = interpreted(
      'USER_LOGIN',
      'op=login acct=eve addr=9.9.9.9 res=success exe=/bin/x exe=/usr/sbin/sshd hostname=? addr=10.0.0.9 terminal=ssh res=failed',
    );
    expect(readInBerlin([forged])).toMatchObject([
      {
        login: { user: 'eve addr=9.9.9.9 res=success exe=/bin/x', srcIp: '10.0.0.9', loginSuccessful: false },
      },
    ]);
  });

  test.each([
    ['acct=(unknown)', undefined],
    ['acct=(unknown user)', undefined],
    ['acct=root', 'root'],
  ])('%s is the user %j', (account, user) => {
    const failed = `node=web02 type=USER_LOGIN msg=audit(11/16/26 11:00:00.250:9000) : pid=700 uid=root auid=unset ses=unset msg='op=login ${account} exe=/usr/sbin/sshd hostname=? addr=10.0.0.9 terminal=ssh res=failed' `;
    const [event] = readInBerlin([failed]);
    expect([event.login.user, event.login.hostname]).toEqual([user, 'web02']);
  });
});

test('the format of auditd before 2.0: a comma behind a value, and brackets', () => {
  const old = `type=USER_LOGIN msg=audit(1794823200.250:9000): user pid=700 uid=0 auid=4294967295 msg='acct="root": exe="/usr/sbin/sshd" (hostname=?, addr=10.0.0.9, terminal=sshd res=failed)'`;
  expect(listEvents([old])).toMatchObject([
    { login: { user: 'root', srcIp: '10.0.0.9', loginSuccessful: false } },
  ]);
});

describe('services that write no USER_LOGIN', () => {
  const auth = (exe: string, res: string): string =>
    record(
      'USER_AUTH',
      `op=PAM:authentication grantors=? acct="ana" exe="${exe}" hostname=? addr=? terminal=? res=${res}`,
      NO_SESSION,
    );

  test.each([
    ['/usr/sbin/lightdm', 'INTERACTIVE'],
    ['/usr/lib/sddm/sddm-helper', 'INTERACTIVE'],
    ['/usr/sbin/xrdp-sesman', 'RDP'],
    ['/usr/libexec/cockpit-session', 'REMOTE'],
  ])('%s: a failed USER_AUTH is a failed login', (exe, loginType) => {
    expect(listEvents([auth(exe, 'failed')])).toMatchObject([
      { login: { user: 'ana', loginType, loginSuccessful: false } },
    ]);
    expect(listFates([auth(exe, 'success')])).toEqual(['auditd: a step of a login']);
  });

  test('sshd, login and gdm write USER_LOGIN for it', () => {
    for (const exe of ['/usr/sbin/sshd', '/usr/bin/login', '/usr/libexec/gdm-session-worker']) {
      expect(listFates([auth(exe, 'failed')])).toEqual(['auditd: a step of a login']);
    }
  });

  test('the session of a login screen is not that of a user', () => {
    const start = record(
      'USER_START',
      'op=PAM:session_open grantors=pam_unix acct="gdm" exe="/usr/libexec/gdm-session-worker" hostname=? addr=? terminal=/dev/tty1 res=success',
    );
    expect(listFates([start])).toEqual(['auditd: a login screen: its own session, not that of a user']);
  });
});

test.each([
  ['SYSCALL', 'UNRELATED'],
  ['SERVICE_START', 'UNRELATED'],
  ['LOGIN', 'SKIPPED'],
  ['CRED_DISP', 'SKIPPED'],
  ['USER_TTY', 'SKIPPED'],
  ['USER_NEWS', 'NOT_UNDERSTOOD'],
  ['NEWS', 'UNRELATED'],
])('a record of the type %s is %s', (type, kind) => {
  const [reason = ''] = listFates([record(type, 'x=1')]);
  expect(/^(?:UNRELATED|NOT_UNDERSTOOD)/.exec(reason)?.[0] ?? 'SKIPPED').toBe(kind);
});
