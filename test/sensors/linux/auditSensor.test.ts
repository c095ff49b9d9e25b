import { describe, expect, test } from '@jest/globals';

import { listEvents, listFates, NO_SESSION, readAll, record } from './auditRecords.ts';

const SSHD = 'exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success';
const KEYS = record(
  'CRYPTO_SESSION',
  'op=start direction=from-server spid=700 suid=74 rport=50000 laddr=10.0.0.1 lport=22  exe="/usr/sbin/sshd" hostname=? addr=10.0.0.9 terminal=? res=success',
  NO_SESSION,
);
const ACCOUNT = record('USER_ACCT', `op=PAM:accounting acct="ana" ${SSHD}`, { ...NO_SESSION, seconds: 1 });
const START = record('USER_START', `op=PAM:session_open grantors=pam_unix acct="ana" ${SSHD}`, {
  seconds: 2,
});
const LOGIN = record(
  'USER_LOGIN',
  `op=login id=1000 ${SSHD.replace('terminal=ssh', 'terminal=/dev/pts/0')}`,
  { seconds: 3 },
);
const END = record('USER_END', `op=PAM:session_close acct="ana" ${SSHD}`, { seconds: 60 });
const LOGOUT = record(
  'USER_LOGOUT',
  'op=login id=1000 exe="/usr/sbin/sshd" hostname=? addr=? terminal=/dev/pts/0 res=success',
  { seconds: 61 },
);

const SESSION = { hostname: 'web01', user: 'ana', uid: '1000', loginId: '0x100000005', loginType: 'REMOTE' };
const SESSION_LOGIN = {
  login: {
    ...SESSION,
    time: '2026-11-16T10:00:03.250000Z',
    sourceId: 'audit/9003',
    loginSuccessful: true,
    srcIp: '10.0.0.9',
    srcPort: 50000,
    destIp: '10.0.0.1',
    destPort: 22,
  },
};
const SESSION_LOGOUT = {
  logout: { ...SESSION, time: '2026-11-16T10:01:01.250000Z', sourceId: 'audit/9061' },
};

describe('auditd', () => {
  const lines = [KEYS, ACCOUNT, START, LOGIN, END, LOGOUT];

  test.each([
    ['in the order of the log', lines],
    ['in any order', [LOGOUT, LOGIN, START, END, ACCOUNT, KEYS]],
  ])('a session of ssh, %s', (_, ordered) => {
    expect(new Set(listEvents(ordered))).toEqual(new Set([SESSION_LOGIN, SESSION_LOGOUT]));
    expect(listFates(lines)).toEqual([
      'auditd: a step of a login',
      'auditd: a step of a login',
      'USER_START: repeats USER_LOGIN',
      'login',
      'USER_END: repeats USER_LOGOUT',
      'logout',
    ]);
  });

  test('USER_START and USER_END are a session if no other record reports it', () => {
    expect(listFates([START, END])).toEqual(['login', 'logout']);
    expect(listEvents([START])).toMatchObject([
      { login: { user: 'ana', loginId: '0x100000005', srcIp: '10.0.0.9' } },
    ]);
  });

  test.each([
    ['in the result', / res=\w+'.*$/s, ' res=suc'],
    ['in the address', / addr=.*$/s, ' addr=10.0.0.'],
    ['in the id of the user', / id=1000.*$/s, ' id=10'],
  ])('a record that ends %s is not a failed login, but is incomplete', (_, rest, cut) => {
    const line = LOGIN.replace(rest, cut);
    expect(line).not.toBe(LOGIN);
    expect(listEvents([line])).toEqual([]);
    expect(listFates([line]).join()).not.toContain('login');
  });

  test('a failed login has neither session nor uid', () => {
    const failed = record(
      'USER_LOGIN',
      'op=login acct="root" exe="/usr/sbin/sshd" hostname=? addr=10.0.0.9 terminal=ssh res=failed',
      NO_SESSION,
    );
    const [event] = listEvents([failed]);
    expect(event.login).toMatchObject({ user: 'root', loginSuccessful: false, srcIp: '10.0.0.9' });
    expect([event.login.loginId, event.login.uid]).toEqual([undefined, undefined]);
  });

  test.each([
    ['acct=61206220', 'a b '],
    ['acct="(unknown)"', undefined],
    ['acct="(unknown user)"', undefined],
    ['acct=28756E6B6E6F776E207573657229', undefined],
    ['acct=28696E76616C6964207573657229', undefined],
    ['acct="?"', undefined],
    ['acct="deadbeef"', 'deadbeef'],
    ['acct=ana', 'ana'],
  ])('%s is the user %j', (account, user) => {
    const failed = record('USER_LOGIN', `op=login ${account} ${SSHD}`, NO_SESSION);
    expect(listEvents([failed])[0].login.user).toBe(user?.trim());
  });

  test.each([
    ['terminal=tty1', 'LOCAL'],
    ['terminal=/dev/tty2', 'LOCAL'],
    ['terminal=:0', 'INTERACTIVE'],
    ['terminal=pts/3', 'REMOTE'],
    ['terminal=?', null],
  ])('%s is %s', (terminal, loginType) => {
    const login = record(
      'USER_LOGIN',
      `op=login acct="ana" exe="/usr/bin/login" hostname=? addr=10.0.0.9 ${terminal} res=success`,
    );
    const [event] = listEvents([login]);
    expect(event.login.loginType).toBe(loginType);
    expect(event.login.srcIp).toBe(
      loginType === 'LOCAL' || loginType === 'INTERACTIVE' ? undefined : '10.0.0.9',
    );
  });

  test.each([
    ['SYSTEM_BOOT', 'hostStart'],
    ['SYSTEM_SHUTDOWN', 'hostStop'],
  ])('%s is a %s', (type, member) => {
    const message = ' comm="systemd-update-utmp" exe="/x" hostname=? addr=? terminal=? res=success';
    const fact = { time: '2026-11-16T10:00:00.250000Z', hostname: 'web01', sourceId: 'audit/9000' };
    expect(readAll([record(type, message, NO_SESSION)])).toEqual([
      {
        kind: 'CONTEXT',
        event: { [member]: fact },
        timeMs: Date.parse('2026-11-16T10:00:00.250Z'),
        origin: { file: 'audit.log', line: 1, sensorEvent: `auditd ${type}` },
      },
    ]);
  });

  test('a name is that of the enriched record if no record of the process names the account', () => {
    const user = (appended: string): unknown => listEvents([`${LOGIN}\u001D${appended}`])[0].login.user;
    expect(user('UID="root" AUID="ana" ID="ana"')).toBe('ana');
    expect(user('UID="root" AUID="ana" ID="unknown(1000)"')).toBeUndefined();
    expect(user('UID="root" AUID="ana"')).toBeUndefined();
  });

  test('a process does not have the account and port of an earlier process with the same pid', () => {
    const later = record('USER_LOGIN', `op=login acct="(unknown)" ${SSHD.replace('success', 'failed')}`, {
      ...NO_SESSION,
      seconds: 3600,
    });
    const [first, failed] = listEvents([KEYS, ACCOUNT, START, LOGIN, later]);
    expect(first.login).toMatchObject({ user: 'ana', srcPort: 50000 });
    expect(failed.login).toMatchObject({ srcIp: '10.0.0.9', loginSuccessful: false });
    expect([failed.login.user, failed.login.srcPort, failed.login.destIp]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a session has the account and port of its first records, however long it lasts', () => {
    const late = record(
      'USER_LOGOUT',
      'op=login id=1000 exe="/usr/sbin/sshd" terminal=/dev/pts/0 res=success',
      {
        seconds: 90_000,
      },
    );
    expect(listEvents([KEYS, ACCOUNT, START, LOGIN, late])[1].logout.user).toBe('ana');
  });

  test('the ids of its sessions are not those of processes, whose numbers are lower', () => {
    for (const [ses, loginId] of [
      ['0', '0x100000000'],
      ['700', '0x1000002bc'],
      ['4294967294', '0x1fffffffe'],
    ] as const) {
      const [event] = listEvents([record('USER_LOGIN', `op=login acct="ana" ${SSHD}`, { ses })]);
      expect(event.login.loginId).toBe(loginId);
    }
  });

  test('cron is not a user session, and other records are skipped', () => {
    const cron = record(
      'USER_START',
      'op=PAM:session_open acct="root" exe="/usr/sbin/crond" hostname=? addr=? terminal=cron res=success',
    );
    expect(listFates([cron, record('USER_CMD', 'cwd="/" cmd=6C73 terminal=pts/0 res=success')])).toEqual([
      'auditd: cron, su, sudo and similar: not a user session',
      'auditd: neither a login nor a logout',
    ]);
  });

  test('the host is that of node=, or else the given one; without either the record fails', () => {
    const withNode = `node=db01.corp.example ${LOGIN}`;
    expect(listEvents([withNode])).toMatchObject([{ login: { hostname: 'db01.corp.example' } }]);
    expect(listFates([LOGIN], null)).toEqual(['no host name: give it with --host, such as --host WEB01']);
    expect(listFates([withNode], null)).toEqual(['login']);
  });

  test('nothing else is read of what the enriched format appends', () => {
    expect(listEvents([`${LOGIN}\u001DUID="root" AUID="ana" ID="ana" ses=9 auid=0`])).toMatchObject([
      { login: { uid: '1000', loginId: '0x100000005' } },
    ]);
  });

  test('a line that was torn, with the next one behind it, fails', () => {
    const line =
      'type=USER_LOGIN msg=audit(1794823200.123:7): pid=1 uid=0 auid=1000 ses=1 msg=\'op=login acct="ana"';
    expect(listFates([`${line.slice(0, 60)}${line}`])).toEqual(['not a line of auditd']);
  });

  test('a truncated line fails', () => {
    expect(listFates(['type=USER_LOGIN msg=audit(17948'])).toEqual(['not a line of auditd']);
  });
});
