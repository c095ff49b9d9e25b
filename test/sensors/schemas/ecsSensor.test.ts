import { describe, expect, test } from '@jest/globals';

import { readEvents, readFates } from '../wrappers/readEvents.ts';

/** A login that Auditbeat's system module read from wtmp: https://www.elastic.co/docs/reference/beats/auditbeat/auditbeat-dataset-system-login */
const LOGIN = {
  '@timestamp': '2026-11-02T10:11:12.345Z',
  agent: { name: 'collector', type: 'auditbeat' },
  event: {
    action: 'user_login',
    category: ['authentication'],
    dataset: 'login',
    kind: 'event',
    origin: '/var/log/wtmp',
    outcome: 'success',
    type: ['start', 'authentication_success'],
  },
  host: { hostname: 'web1', name: 'collector' },
  message: 'Login by user ana (UID: 1000) on pts/0 (PID: 712) from 203.0.113.7 (IP: 203.0.113.7)',
  process: { pid: 712 },
  source: { ip: '203.0.113.7' },
  user: { id: 1000, name: 'ana', terminal: 'pts/0' },
};

const COMMON = {
  time: '2026-11-02T10:11:12.345000Z',
  hostname: 'web1',
  user: 'ana',
  uid: '1000',
  loginId: '0x2c8',
  loginType: 'REMOTE',
  srcIp: '203.0.113.7',
};

const withEvent = (fields: object) => ({ ...LOGIN, event: { ...LOGIN.event, ...fields } });

describe('a document of ECS', () => {
  test('of a login', () => {
    expect(readEvents([LOGIN])).toEqual([
      { login: expect.objectContaining({ ...COMMON, loginSuccessful: true }) },
    ]);
  });

  test('of a failed login', () => {
    expect(readEvents([withEvent({ outcome: 'failure' })])).toEqual([
      { login: expect.objectContaining({ ...COMMON, loginId: undefined, loginSuccessful: false }) },
    ]);
  });

  test('of a logout', () => {
    expect(readEvents([withEvent({ action: 'user_logout' })])).toEqual([
      { logout: expect.objectContaining(COMMON) },
    ]);
  });

  test('twice is the same event', () => {
    const [first, second] = readEvents([LOGIN, LOGIN]);
    expect(first).toEqual(second);
  });

  test('has a host name if there is no short one', () => {
    expect(readEvents([{ ...LOGIN, host: { name: 'web2' } }])).toMatchObject([
      { login: { hostname: 'web2' } },
    ]);
  });
});

test.each([
  ['SKIPPED: ECS: neither a login nor a logout at a host', { action: 'password-changed' }],
  ['NOT_UNDERSTOOD: ECS: an authentication with another event.action', { action: 'user-login' }],
  ['SKIPPED: ECS: neither a login nor a logout at a host', { action: 'lock', category: ['session'] }],
  ['FAILED: ECS login: event.outcome is neither success nor failure', { outcome: undefined }],
  ['SKIPPED: ECS logout: it failed', { action: 'user_logout', outcome: 'failure' }],
])('%s: %j', (fate, fields) => {
  expect(readFates([withEvent(fields)])).toEqual([fate]);
});

test('without a host', () => {
  expect(readFates([{ ...LOGIN, host: undefined }])).toEqual([
    'FAILED: no host name: give it with --host, such as --host WEB01',
  ]);
});

test('a login at a cloud service has no host, and is skipped', () => {
  const signIn = { ...withEvent({ action: 'Sign-in activity' }), host: undefined };
  expect(readFates([signIn])).toEqual(['SKIPPED: ECS: neither a login nor a logout at a host']);
});

test.each([
  ['login', ['start']],
  ['logout', ['end']],
])('without an action, the type tells the %s', (kind, type) => {
  expect(readEvents([withEvent({ action: undefined, type })])).toEqual([
    { [kind]: expect.objectContaining(COMMON) },
  ]);
});

/** A document of Elastic Defend: https://www.elastic.co/docs/reference/security/defend-security-event-fields */
const DEFEND = {
  '@timestamp': '2026-11-02T10:11:12.345Z',
  agent: { type: 'endpoint' },
  event: { action: 'log_on', category: ['authentication', 'session'], outcome: 'success', type: ['start'] },
  host: { hostname: 'WS7', os: { type: 'windows' } },
  process: { pid: 1234, name: 'lsass.exe', Ext: { session_info: { logon_type: 'RemoteInteractive' } } },
  source: { ip: '203.0.113.9' },
  user: { name: 'ana', domain: 'CORP', id: 'S-1-5-21-1-2-3-1107' },
};
const withLogonType = (logon_type: string) => ({
  ...DEFEND,
  process: { ...DEFEND.process, Ext: { session_info: { logon_type } } },
});

describe('a login at Windows that Elastic Defend reports', () => {
  test('has the type of Windows, and not the id of a process as login id', () => {
    const [event] = readEvents([DEFEND]) as readonly [{ login: object }];
    expect(event.login).toMatchObject({ user: 'CORP\\ana', loginType: 'RDP', srcIp: '203.0.113.9' });
    expect(event.login).toMatchObject({ loginId: undefined });
    expect(readEvents([withLogonType('Interactive')])).toMatchObject([
      { login: { loginType: 'INTERACTIVE' } },
    ]);
  });

  test('that unlocks is skipped', () => {
    expect(readFates([withLogonType('CachedUnlock')])).toEqual([
      'SKIPPED: ECS: a logon that unlocks is not a session',
    ]);
  });
});
