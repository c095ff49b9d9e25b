import { describe, expect, test } from '@jest/globals';

import { makeUtmpSensor } from '../../../src/sensors/linux/utmpSensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import type { UtmpRecord } from '../../../src/sensors/linux/parseUtmp.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

type Fields = Partial<UtmpRecord>;

const START = 1_794_823_200_000_000;

/** A record at seconds past 2026-11-16 10:00:00 UTC. */
const record = (ut_type: number, seconds: number, fields: Fields = {}): UtmpRecord => ({
  ut_type,
  ut_pid: 700,
  ut_line: 'pts/0',
  ut_user: '',
  ut_host: '',
  ut_addr: '',
  ut_tv: START + seconds * 1_000_000,
  ...fields,
});
const ANA = { ut_user: 'ana', ut_host: '10.0.0.9', ut_addr: '10.0.0.9' };
const login = (seconds: number, fields: Fields = {}): UtmpRecord => record(7, seconds, { ...ANA, ...fields });
const end = (seconds: number, fields: Fields = {}): UtmpRecord => record(8, seconds, fields);
const boot = (seconds: number): UtmpRecord =>
  record(2, seconds, { ut_pid: 0, ut_user: 'reboot', ut_line: '~' });
const shutdown = (seconds: number): UtmpRecord =>
  record(1, seconds, { ut_pid: 0, ut_user: 'shutdown', ut_line: '~' });

/** The outcomes in the order of files and records. */
const readFiles = (
  files: readonly (readonly UtmpRecord[])[],
  hostname: string | null = 'web01',
): readonly Outcome[] => {
  const all = files.flatMap((records, file) =>
    records.map((value, index) => ({ value, origin: { file: `${file}`, line: index + 1 } })),
  );
  return readToEnd(makeUtmpSensor(makeContext({ hostname })), all).toSorted(
    (a, b) => a.origin.file.localeCompare(b.origin.file) || a.origin.line - b.origin.line,
  );
};
const readAll = (records: readonly UtmpRecord[], hostname?: string | null) => readFiles([records], hostname);

const listFates = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map((outcome) => {
    if ('event' in outcome) return Object.keys(outcome.event)[0] ?? '';
    return outcome.reason;
  });
const firstEvent = (records: readonly UtmpRecord[]): unknown => {
  const [outcome] = readAll(records);
  return outcome?.kind === 'EVENT' ? outcome.event : outcome;
};

const NO_LOGIN = 'utmp: the end of a prompt, or of a login before the log began';

describe('a login and its end', () => {
  test('are joined by their pid', () => {
    const [first, second] = readAll([login(0.250123), end(60, { ut_line: 'pts/9' })]);
    const session = { hostname: 'web01', user: 'ana', loginId: '0x2bc', loginType: 'REMOTE' };
    expect(first).toMatchObject({
      event: {
        login: { ...session, time: '2026-11-16T10:00:00.250123Z', srcIp: '10.0.0.9', loginSuccessful: true },
      },
      origin: { sensorEvent: 'utmp USER_PROCESS' },
    });
    expect(second).toMatchObject({ event: { logout: { ...session, time: '2026-11-16T10:01:00.000000Z' } } });
    expect(second).not.toHaveProperty('event.logout.srcIp');
    expect(second).not.toHaveProperty('event.logout.ut_tv');
  });

  test('an end without a login is skipped, and so is a second end', () => {
    expect(listFates(readAll([end(0), login(1), end(2), end(3), end(4, { ut_pid: 9 })]))).toEqual([
      NO_LOGIN,
      'login',
      'logout',
      NO_LOGIN,
      NO_LOGIN,
    ]);
  });

  test('are joined across rotated files in either order', () => {
    expect(listFates(readFiles([[login(0)], [end(60)]]))).toEqual(['login', 'logout']);
    expect(listFates(readFiles([[end(60), login(70)], [login(0)]]))).toEqual(['logout', 'login', 'login']);
    expect(listFates(readFiles([[end(60)], [login(0)]]))).toEqual(['logout', 'login']);
  });

  test('a pid that is reused after a restart is another process', () => {
    expect(listFates(readAll([login(0), boot(30), end(60)]))).toEqual(['login', 'hostStart', NO_LOGIN]);
    expect(listFates(readFiles([[boot(30), end(60)], [login(0)]]))).toEqual(['hostStart', NO_LOGIN, 'login']);
  });
});

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
      'no host name: give it with --host (npm run import) or ?host= (/ingest)',
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
      'no host name: give it with --host (npm run import) or ?host= (/ingest)',
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
