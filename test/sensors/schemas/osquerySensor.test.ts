import { describe, expect, test } from '@jest/globals';

import { LAST, LOGGED_IN, LOGON_SESSION, osqueryResult as result } from '../wrappers/rawLogs.ts';
import { readEvents, readFates } from '../wrappers/readEvents.ts';

const LOGIN = {
  time: '2026-11-02T10:11:12.000000Z',
  hostname: 'web1',
  user: 'ana',
  loginId: '0x2c8',
  loginType: 'REMOTE',
  loginSuccessful: true,
  srcIp: '203.0.113.7',
};
/** A login with these fields; undefined: without that field. */
const login = (fields: object = {}) => [
  {
    login: expect.objectContaining(
      Object.fromEntries(Object.entries({ ...LOGIN, ...fields }).filter(([, value]) => value !== undefined)),
    ),
  },
];
const OF_SESSION = {
  user: 'CORP\\ana',
  uid: 'S-1-5-21-1-2-3-1107',
  loginId: '0x5a1b2',
  loginType: 'RDP',
  srcIp: undefined,
};

describe('a row', () => {
  test.each([
    ['logged_in_users', LOGGED_IN, {}],
    ['last', LAST, {}],
    ['logon_sessions', LOGON_SESSION, OF_SESSION],
    [
      'logged_in_users of the screen',
      { ...LOGGED_IN, tty: ':0', host: ':0' },
      { loginType: 'INTERACTIVE', srcIp: undefined },
    ],
    [
      'logged_in_users of a console',
      { ...LOGGED_IN, tty: 'tty1', host: '' },
      { loginType: 'LOCAL', srcIp: undefined },
    ],
    [
      'logged_in_users of Windows',
      { ...LOGGED_IN, type: 'active', tty: 'rdp-tcp#3', host: 'LAPTOP', pid: '-1', sid: 'S-1-5-21-1' },
      { loginType: 'RDP', loginId: undefined, srcIp: undefined, uid: 'S-1-5-21-1' },
    ],
  ])('of %s that was added is a login, also in a snapshot and a batch', (_, columns, expected) => {
    const events = readEvents([result({ action: 'added', columns })]);
    expect(events).toEqual(login(expected));
    for (const [name, value] of Object.entries(expected)) {
      expect(JSON.stringify(events).includes(`"${name}"`)).toBe(value !== undefined);
    }
    expect(readEvents([result({ action: 'snapshot', snapshot: [columns] })])).toEqual(events);
    expect(readEvents([result({ diffResults: { added: [columns], removed: [] } })])).toEqual(events);
  });

  test.each([
    ['logged_in_users', LOGGED_IN, { loginId: '0x2c8', user: 'ana' }],
    ['logon_sessions', LOGON_SESSION, { loginId: '0x5a1b2', user: 'CORP\\ana' }],
  ])('of %s that was removed is a logout at the time of the query', (_, columns, expected) => {
    const logout = expect.objectContaining({
      ...expected,
      time: '2026-11-02T10:12:00.000000Z',
      hostname: 'web1',
    });
    expect(readEvents([result({ action: 'removed', columns })])).toEqual([{ logout }]);
    expect(readEvents([result({ diffResults: { added: '', removed: [columns] } })])).toEqual([{ logout }]);
  });

  test('of last that ends a session is a logout', () => {
    const columns = { ...LAST, type: '8', username: '', time: '1793614300' };
    expect(readEvents([result({ action: 'added', columns })])).toEqual([
      { logout: expect.objectContaining({ time: '2026-11-02T10:11:40.000000Z', loginId: '0x2c8' }) },
    ]);
  });
});

test.each([
  ['start of the host', { type: '2', type_name: 'boot-time', username: 'reboot' }, 'hostStart'],
  ['shutdown', { type: '1', type_name: 'run-level', username: 'shutdown' }, 'hostStop'],
])('a row of last about a %s is a context event', (_, fields, kind) => {
  const columns = { ...LAST, ...fields, tty: '~', pid: '0', host: '6.1.0-18-amd64' };
  const fact = { time: '2026-11-02T10:11:12.000000Z', hostname: 'web1', sourceId: expect.any(String) };
  expect(readEvents([result({ action: 'added', columns })])).toEqual([{ [kind]: fact }]);
});

test('later snapshots and both tables tell the same login', () => {
  const later = { unixTime: 1_793_614_380, action: 'snapshot', snapshot: [LOGGED_IN] };
  const events = readEvents([
    result({ action: 'snapshot', snapshot: [LOGGED_IN] }),
    result(later),
    result({ action: 'added', columns: LAST }),
  ]);
  expect(events).toHaveLength(3);
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(1);
});

describe('the host', () => {
  const row = (fields: object) => readEvents([result({ action: 'added', columns: LOGGED_IN, ...fields })]);
  const UUID = '4C4C4544-0051-3010-8051-B4C04F4E3132';

  test('is named by a decoration before the identifier', () => {
    expect(row({ decorations: { hostname: 'web2' } })).toEqual(login({ hostname: 'web2' }));
  });

  test('is not a UUID', () => {
    expect(readFates([result({ action: 'added', columns: LOGGED_IN, hostIdentifier: UUID })])).toEqual([
      'FAILED: no host name: give it with --host, such as --host WEB01',
    ]);
  });
});

test.each([
  ['SKIPPED: osquery last: a row that has left wtmp', { action: 'removed', columns: LAST }],
  [
    'SKIPPED: osquery last: neither a login nor a logout',
    { action: 'added', columns: { ...LAST, type: '6' } },
  ],
  [
    'SKIPPED: osquery last: neither a login nor a logout',
    { action: 'added', columns: { ...LAST, type: '1', username: 'runlevel' } },
  ],
  [
    'SKIPPED: osquery logged_in_users: not a user session',
    { action: 'added', columns: { ...LOGGED_IN, type: 'init' } },
  ],
  [
    'SKIPPED: osquery: a logon that unlocks is not a session',
    { action: 'added', columns: { ...LOGON_SESSION, logon_type: 'Unlock' } },
  ],
  [
    'SKIPPED: osquery: not the table last, logged_in_users or logon_sessions with its columns',
    { action: 'added', columns: { pid: '1', path: '/bin/sh' } },
  ],
  [
    'NOT_UNDERSTOOD: osquery user_events: records of auditd without the number of their session; import the log of auditd',
    {
      action: 'added',
      columns: {
        uid: '0',
        auid: '1000',
        pid: '712',
        message: 'op=login id=1000 exe="/usr/sbin/sshd" addr=203.0.113.7 terminal=/dev/pts/0 res=success',
        type: '1112',
        path: '/usr/sbin/sshd',
        address: '203.0.113.7',
        terminal: '/dev/pts/0',
        time: '1793614272',
      },
    },
  ],
  ['FAILED: the time is not valid', { action: 'added', columns: { ...LOGGED_IN, time: '0' } }],
  ['SKIPPED: it contains no records', { action: 'snapshot', snapshot: [] }],
])('%s: %j', (fate, fields) => {
  expect(readFates([result(fields)])).toEqual([fate]);
});

describe('osquery without its log', () => {
  test.each([
    ['last', LAST, {}],
    ['logged_in_users', LOGGED_IN, {}],
    ['logon_sessions', LOGON_SESSION, OF_SESSION],
  ])('a row of %s alone has the host that the user states', (_, row, fields) => {
    expect(readEvents([row], { hostname: 'web1' })).toEqual(login(fields));
    expect(readEvents([row], { hostname: 'web1' })).toEqual(
      readEvents([result({ action: 'added', columns: row })]),
    );
    expect(readFates([row])).toEqual(['FAILED: no host name: give it with --host, such as --host WEB01']);
  });

  test('a logon without a type is the start of the host', () => {
    const columns = { ...LOGON_SESSION, logon_type: 'Undefined Logon Type' };
    expect(readFates([result({ action: 'added', columns })])).toEqual([
      'SKIPPED: osquery: a logon without a type: the host started, nobody logged in',
    ]);
  });
});
