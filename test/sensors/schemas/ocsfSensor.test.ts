import { describe, expect, test } from '@jest/globals';

import { EVENT_XML, OCSF_LOGON as LOGON } from '../wrappers/rawLogs.ts';
import { readEvents, readFates } from '../wrappers/readEvents.ts';

const EVENT = {
  time: '2026-11-02T08:00:00.123000Z',
  hostname: 'WS7.corp.example',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1107',
  loginId: '0x5a1b2',
  loginType: 'RDP',
  srcIp: '203.0.113.9',
  srcPort: 50123,
  destIp: '10.0.0.7',
  destPort: 3389,
  sourceId: 'ocsf/a-1',
};

const login = (fields: object = {}) => [
  { login: expect.objectContaining({ ...EVENT, loginSuccessful: true, srcHostname: 'LAPTOP', ...fields }) },
];

describe('Logon and Logoff', () => {
  test('become login and logout', () => {
    expect(readEvents([LOGON])).toEqual(login());
    expect(readEvents([{ ...LOGON, activity_id: 2, type_uid: 300202 }])).toEqual([{ logout: EVENT }]);
  });

  test('a failed one has no login id', () => {
    expect(readEvents([{ ...LOGON, status_id: 2 }])).toEqual(
      login({ loginSuccessful: false, loginId: undefined }),
    );
  });

  test.each([
    ['the status in words, of version 1.0', { status_id: undefined, status: 'Success' }, {}],
    [
      'numbers as text, as Amazon Athena writes them',
      { class_uid: '3002', activity_id: '1', status_id: '1' },
      {},
    ],
    ['a time of Amazon Athena', { time: '1793606400123', time_dt: '2026-11-02 08:00:00.123' }, {}],
    ['a finer time', { time_dt: '2026-11-02T08:00:00.123456Z' }, { time: '2026-11-02T08:00:00.123456Z' }],
    ['a time in seconds', { time: 1_793_606_400 }, { time: '2026-11-02T08:00:00.000000Z' }],
    ['a time in microseconds', { time: 1_793_606_400_123_456 }, { time: '2026-11-02T08:00:00.123456Z' }],
    ['a cloud in which the host is', { cloud: { provider: 'AWS' }, api: null, http_request: null }, {}],
    ['a time in text', { time: '2026-11-02T09:00:00.123+01:00' }, {}],
    ['no device', { device: undefined }, {}],
    ['a session that is not a number', { session: { uid: 'c0ffee-1' } }, { loginId: undefined }],
    ['ssh', { logon_type_id: undefined, is_remote: true }, { loginType: 'REMOTE' }],
    [
      'a user with only an address of mail',
      { user: { email_addr: 'ana@corp.example' } },
      { user: 'ana@corp.example', uid: undefined },
    ],
  ])('with %s', (_, fields, expected) => {
    expect(readEvents([{ ...LOGON, ...fields }])).toEqual(login(expected));
  });

  test.each([
    [2, 'INTERACTIVE'],
    [5, 'LOCAL'],
    [9, 'LOCAL'],
    [11, 'INTERACTIVE'],
  ])('of type %d at the machine has no endpoints', (logon_type_id, loginType) => {
    const [event] = readEvents([{ ...LOGON, logon_type_id }]) as readonly [{ login: object }];
    expect(event.login).toMatchObject({ loginType });
    expect(Object.keys(event.login)).not.toContain('srcIp');
  });
});

describe('without metadata.uid', () => {
  const anonymous = { ...LOGON, metadata: { version: '1.1.0' } };

  test('a copy is the same event, and another is not', () => {
    const ids = readEvents([anonymous, { ...anonymous }, { ...anonymous, time: 1_793_606_400_124 }]).map(
      (event) => (event as { login: { sourceId: string } }).login.sourceId,
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toBe(ids[1]);
  });
});

test('raw_data is read instead, and is the same event as in its log', () => {
  expect(readEvents([{ ...LOGON, raw_data: EVENT_XML }])).toEqual(readEvents([EVENT_XML]));
});

test.each([
  'Nov  2 08:00:00 WS7 CRON[9]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)',
  `node=WS7 type=USER_AUTH msg=audit(1793606400.123:8): pid=7 uid=0 auid=1000 ses=1 msg='op=PAM:authentication acct="ana" exe="/usr/sbin/sshd" res=success'`,
])('raw_data that is understood and no login makes no event: %s', (raw_data) => {
  expect(readFates([{ ...LOGON, raw_data }])).toEqual([expect.stringMatching(/^SKIPPED: /)]);
});

test.each([
  'Nov  2 08:00:00 vpn1 charon: user ana connected',
  'Nov  2 08:00:00 WS7 sshd[712]: Connection closed by 203.0.113.9 port 50123',
  '{"EventID": 4624}',
  '<166>Nov  2 08:00:00 fw1 %ASA-6-113004: AAA user authentication Successful : user = ana',
])('raw_data that is not read as a login is left to the event: %s', (raw_data) => {
  expect(readEvents([{ ...LOGON, raw_data }])).toEqual(login());
});

test.each([
  ['SKIPPED: OCSF: not of the class Authentication (3002)', { class_uid: 1007 }],
  ...[3, 4, 5, 6, 7].map((activity_id): [string, object] => [
    'SKIPPED: OCSF Authentication: a ticket, preauthentication or switch of account',
    { activity_id },
  ]),
  ['NOT_UNDERSTOOD: OCSF Authentication: another activity', { activity_id: 99, activity_name: 'Unlock' }],
  ['NOT_UNDERSTOOD: OCSF Authentication: another activity', { activity_id: 0 }],
  [
    'SKIPPED: OCSF: at a service, not at a host',
    { device: undefined, dst_endpoint: { svc_name: 'signin.example' }, api: { operation: 'ConsoleLogin' } },
  ],
  // The class has a target or a service: https://schema.ocsf.io/classes/authentication
  [
    'SKIPPED: OCSF: at a service, not at a host',
    { device: undefined, dst_endpoint: undefined, service: { name: 'Okta' }, cloud: { provider: 'Okta' } },
  ],
  ['FAILED: the time is not valid', { time: 17_936_064 }],
  ['SKIPPED: OCSF Logoff: it failed', { activity_id: 2, status_id: 2 }],
  ['SKIPPED: OCSF logon type 0 (System): the host started, nobody logged in', { logon_type_id: 0 }],
  [
    'SKIPPED: OCSF logon type 7 or 13 (Unlock): not a login; the Security log tells which unlock it belongs to',
    { logon_type_id: 7 },
  ],
  ['FAILED: OCSF Logon: status_id is neither 1 (Success) nor 2 (Failure)', { status_id: 0 }],
  ['FAILED: the time is not valid', { time: 'yesterday' }],
  [
    'FAILED: no host name: give it with --host, such as --host WEB01',
    { device: {}, dst_endpoint: { svc_name: 'signin.example' } },
  ],
])('%s: %j', (fate, fields) => {
  expect(readFates([{ ...LOGON, ...fields }])).toEqual([fate]);
});

test('a login without a device in a cloud is of the host that is given', () => {
  const event = {
    ...LOGON,
    device: undefined,
    dst_endpoint: { ip: '' },
    cloud: { provider: 'AWS' },
    api: null,
  };
  expect(readFates([event])).toEqual(['FAILED: no host name: give it with --host, such as --host WEB01']);
});

test('a wrong password at the lock screen is a failed login', () => {
  expect(readEvents([{ ...LOGON, logon_type_id: 7, status_id: 2 }])).toMatchObject([
    { login: { loginType: 'INTERACTIVE', loginSuccessful: false } },
  ]);
});
