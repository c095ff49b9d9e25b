import { describe, expect, test } from '@jest/globals';

import { makeUtmpSensor } from '../../../src/sensors/linux/utmpSensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import type { UtmpRecord } from '../../../src/sensors/linux/parseUtmp.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

import { ANA, boot, end, listFates, login, readAll, record, shutdown } from './utmpRecords.ts';

const firstEvent = (records: readonly UtmpRecord[]): unknown => {
  const [outcome] = readAll(records);
  return outcome?.kind === 'EVENT' ? outcome.event : outcome;
};

describe('types of login', () => {
  test.each([
    ['an address', { ...ANA }, { loginType: 'REMOTE', srcIp: '10.0.0.9' }],
    ['an address as host alone', { ut_host: 'fe80::1%eth0' }, { loginType: 'REMOTE', srcIp: 'fe80::1' }],
    [
      'an IPv6 address that looks like an IPv4 address',
      { ut_host: '2001:db8::', ut_addr: '32.1.13.184' },
      { loginType: 'REMOTE', srcIp: '2001:db8::' },
    ],
    [
      'a host name and an address',
      { ut_host: 'jump', ut_addr: '10.0.0.7' },
      { loginType: 'REMOTE', srcIp: '10.0.0.7' },
    ],
    ['mosh', { ut_host: '10.0.0.9 via mosh [700]' }, { loginType: 'REMOTE', srcIp: '10.0.0.9' }],
    ['a console', { ut_line: 'tty1' }, { loginType: 'LOCAL' }],
    ['a serial console', { ut_line: 'ttyS0' }, { loginType: 'LOCAL' }],
    ['a display', { ut_line: ':0', ut_host: ':0' }, { loginType: 'INTERACTIVE' }],
    ['a desktop on a terminal', { ut_line: 'tty2', ut_host: ':0' }, { loginType: 'INTERACTIVE' }],
    [
      'the login screen of GNOME',
      { ut_line: 'seat0', ut_host: 'login screen' },
      { loginType: 'INTERACTIVE' },
    ],
    ['a Wayland session of GDM', { ut_line: 'tty2', ut_host: 'tty2' }, { loginType: 'INTERACTIVE' }],
    ['a name without an address', { ut_host: 'jump.example' }, { loginType: 'REMOTE' }],
    ['a window of screen', { ut_host: ':pts/9:S.0' }, { loginType: null }],
    ['a window of screen on a display', { ut_host: ':0.0:S.0' }, { loginType: null }],
    ['a terminal on a display', { ut_host: ':0' }, { loginType: 'INTERACTIVE' }],
    ['tmux', { ut_host: 'tmux(1234).%0' }, { loginType: null }],
  ])('%s', (_, fields, expected) => {
    const event: any = firstEvent([record(7, 0, { ut_user: 'ana', ...fields })]);
    expect({ srcIp: undefined, ...event.login }).toMatchObject({ srcIp: undefined, ...expected });
  });
});

describe('other records', () => {
  test('a failed login of btmp has no id', () => {
    const failed: any = firstEvent([record(6, 0, { ...ANA, ut_line: 'ssh:notty', ut_user: 'root' })]);
    expect(failed.login).toMatchObject({
      user: 'root',
      loginType: 'REMOTE',
      srcIp: '10.0.0.9',
      loginSuccessful: false,
    });
    expect(failed.login.loginId).toBeUndefined();
  });

  test('every login of a file called btmp failed: GDM writes them with the type of a login', () => {
    const failed = login(0, { ut_line: ':0', ut_host: ':0', ut_addr: '' });
    const read = (file: string): readonly Outcome[] =>
      readToEnd(makeUtmpSensor(makeContext({ hostname: 'web01' })), [
        { value: failed, origin: { file, line: 1 } },
      ]);
    for (const file of ['btmp', '/var/log/btmp', 'C:\\case\\btmp-20261101', 'logs/btmp.1.gz']) {
      expect(read(file)).toMatchObject([{ event: { login: { loginSuccessful: false, user: 'ana' } } }]);
    }
    for (const file of ['wtmp', 'btmp/wtmp', 'host-btmp']) {
      expect(read(file)).toMatchObject([{ event: { login: { loginSuccessful: true } } }]);
    }
  });

  test.each([
    ['0', 'hostStop'],
    ['6', 'hostStop'],
    ['5', 'utmp: change of the run level: no shutdown'],
  ])('the change to run level %s', (level, fate) => {
    // init writes the level and, in the next byte, the one before: 5.
    const ut_pid = level.charCodeAt(0) + 256 * '5'.charCodeAt(0);
    expect(listFates(readAll([record(1, 0, { ut_user: 'runlevel', ut_line: '~', ut_pid })]))).toEqual([fate]);
  });

  test('a failed login without a name is not a prompt, because it has an address', () => {
    const failed: any = firstEvent([record(6, 0, { ...ANA, ut_user: '', ut_line: 'ssh:notty' })]);
    expect(failed.login).toMatchObject({ loginSuccessful: false });
    expect(failed.login.srcIp).toBeDefined();
    expect(failed.login.user).toBeUndefined();
  });

  test('a user whom an attacker calls LOGIN is not a prompt', () => {
    const prompt = record(6, 0, { ut_user: 'LOGIN', ut_line: 'tty1' });
    const attack = record(6, 0, { ...ANA, ut_user: 'LOGIN', ut_line: 'ssh:notty' });
    expect(listFates(readAll([prompt, attack]))).toEqual(['utmp: a prompt that waits for a login', 'login']);
  });

  test('are starts and stops of the host, or skipped with a reason', () => {
    expect(
      listFates(
        readAll([
          boot(0),
          shutdown(0),
          record(0, 0),
          record(1, 0, { ut_user: 'runlevel', ut_line: '~', ut_pid: 53 }),
          record(3, 0),
          record(5, 0),
          record(9, 0),
        ]),
      ),
    ).toEqual([
      'hostStart',
      'hostStop',
      'utmp: an empty record',
      'utmp: change of the run level: no shutdown',
      'utmp: the clock was set: no CAR action',
      'utmp: a process of init: not a session',
      'utmp: neither a login nor a logout',
    ]);
  });

  test('the signature and the shutdown of macOS', () => {
    const signature = record(10, 0, { ut_user: 'utmpx-1.00', ut_line: '' });
    expect(listFates(readAll([signature, record(11, 0, { ut_user: 'shutdown', ut_line: '~' })]))).toEqual([
      'utmp: the signature of a file of macOS',
      'hostStop',
    ]);
  });

  test('a shutdown has a time and a source, and needs the name of the host', () => {
    expect(readAll([shutdown(0.5)])).toEqual([
      {
        kind: 'CONTEXT',
        event: {
          hostStop: {
            time: '2026-11-16T10:00:00.500000Z',
            hostname: 'web01',
            sourceId: expect.stringMatching(/^utmp\/[\da-f]{16}\/1$/),
          },
        },
        timeMs: Date.parse('2026-11-16T10:00:00.500Z'),
        origin: { file: '0', line: 1, sensorEvent: 'utmp RUN_LVL' },
      },
    ]);
    expect(listFates(readAll([shutdown(0)], null))).toEqual([
      'no host name: give it with --host, such as --host WEB01',
    ]);
  });

  test('a login that ends after the shutdown begins is still closed', () => {
    expect(listFates(readAll([login(0), shutdown(60), end(61), boot(90)]))).toEqual([
      'login',
      'hostStop',
      'logout',
      'hostStart',
    ]);
  });

  test('a user called shutdown is not a shutdown', () => {
    expect(listFates(readAll([login(0, { ut_user: 'shutdown' })]))).toEqual(['login']);
  });

  test('fail without the name of their host', () => {
    expect(listFates(readAll([login(0), record(0, 0)], null))).toEqual([
      'no host name: give it with --host, such as --host WEB01',
      'utmp: an empty record',
    ]);
  });
});

test('all equal records of a file are kept, and reading the file again returns the same ids', () => {
  const ids = (outcomes: readonly Outcome[]): readonly unknown[] =>
    outcomes.map((outcome: any) => Object.values<any>(outcome.event)[0].sourceId);
  const twice = [login(0), login(0)];
  const first = ids(readAll(twice));
  expect(new Set(first).size).toBe(2);
  expect(ids(readAll(twice))).toEqual(first);
  expect(first[0]).toMatch(/^utmp\/[0-9a-f]{16}\/1$/);
});

test.each([
  [login(0), true],
  [{ ...login(0), ut_type: '7' }, false],
  [{ ...login(0), ut_pid: '12' }, false],
  [{ ...login(0), ut_tv: 1.5 }, false],
  [{ ...login(0), ut_user: undefined }, false],
  [{ EventID: 4624 }, false],
  ['text', false],
  [null, false],
])('%j is a record of utmp: %p', (value, expected) => {
  expect(makeUtmpSensor(makeContext()).recognize(value) !== null).toBe(expected);
});
