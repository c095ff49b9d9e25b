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
  ['SKIPPED: ECS: its event.action is neither a login nor a logout', { action: 'password-changed' }],
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
