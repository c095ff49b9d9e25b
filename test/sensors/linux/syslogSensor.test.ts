import { describe, expect, test } from '@jest/globals';

import { listAssumptions } from '../../../src/sensors/assumptions.ts';
import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { fateOf } from '../fateOf.ts';
import { makeContext, readOne, readToEnd } from '../makeContext.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const OPTIONS: SensorOptions = { ...NO_OPTIONS, timeZone: parseInputZone('UTC'), now: () => NOW };

const readAll = (
  values: readonly unknown[],
  options: SensorOptions = OPTIONS,
  context = makeContext(options),
): readonly Outcome[] => {
  const records = values.map((value, index) => ({ value, origin: { file: 'auth.log', line: index + 1 } }));
  return readToEnd(makeSyslogSensor(context), records).toSorted((a, b) => a.origin.line - b.origin.line);
};

/** Each outcome as its action or its reason. */
const listFates = (values: readonly unknown[], options?: SensorOptions): readonly string[] =>
  readAll(values, options).map(fateOf);

const listEvents = (values: readonly unknown[], options?: SensorOptions): readonly unknown[] =>
  readAll(values, options).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** A line of sshd, pid 4711 (0x1267) on web01, at seconds past 10:00. */
const sshd = (text: string, { seconds = 0, pid = 4711 } = {}): string =>
  `Nov 16 10:00:${String(seconds).padStart(2, '0')} web01 sshd[${pid}]: ${text}`;

const ACCEPTED = 'Accepted password for ana from 10.0.0.9 port 50000 ssh2';
const REPEATS = 'PAM session opened: repeats Accepted';

describe('sshd', () => {
  test('a session: destination, login, end', () => {
    const lines = [
      sshd('Connection from 10.0.0.9 port 50000 on 10.0.0.1 port 22 rdomain ""'),
      sshd(ACCEPTED, { seconds: 1 }),
      sshd('pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)', { seconds: 1 }),
      sshd('pam_unix(sshd:session): session closed for user ana', { seconds: 59 }),
    ];
    const common = { hostname: 'web01', user: 'ana', loginId: '0x1267', loginType: 'REMOTE' };
    expect(listEvents(lines)).toEqual([
      {
        login: {
          ...common,
          time: '2026-11-16T10:00:01.000000Z',
          uid: undefined,
          loginSuccessful: true,
          srcIp: '10.0.0.9',
          srcPort: 50000,
          destIp: '10.0.0.1',
          destPort: 22,
          sourceId: expect.stringMatching(/^text\/[\da-f]{16}\/1$/),
        },
      },
      { logout: { ...common, time: '2026-11-16T10:00:59.000000Z', sourceId: expect.any(String) } },
    ]);
    expect(listFates(lines)).toEqual([
      'Connection: provides the destination of its login',
      'login',
      REPEATS,
      'logout',
    ]);
  });

  test('opened without Accepted is a login, even if an old login has the same pid', () => {
    const opened = 'pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)';
    expect(listEvents([sshd(opened)])).toMatchObject([
      { login: { loginId: '0x1267', uid: '1000', loginType: 'REMOTE', loginSuccessful: true } },
    ]);
    const late = `Nov 16 10:02:00 web01 sshd[4711]: ${opened}`;
    expect(listFates([sshd(ACCEPTED), late])).toEqual(['login', 'login']);
    expect(listFates(['Nov 16 10:00:00 web01 sshd(pam_unix)[9]: session opened for user ana'])).toEqual([
      'login',
    ]);
  });

  test('a failed login has no login id', () => {
    const [event] = listEvents([sshd('Failed password for invalid user admin from 2001:db8::1 port 5 ssh2')]);
    expect(event).toMatchObject({
      login: { user: 'admin', loginSuccessful: false, srcIp: '2001:db8::1', srcPort: 5 },
    });
    expect(event).toMatchObject({ login: { loginId: undefined } });
  });

  test.each([
    ['x from 9.9.9.9 port 22 ssh2', '10.0.0.9'],
    ['a b', '10.0.0.9'],
    ['from 9.9.9.9', '10.0.0.9'],
  ])('the user name %j does not forge an address', (user, srcIp) => {
    expect(
      listEvents([sshd(`Failed password for invalid user ${user} from 10.0.0.9 port 5 ssh2`)]),
    ).toMatchObject([{ login: { user, srcIp, srcPort: 5 } }]);
  });

  test('a repeated line becomes several logins of one record', () => {
    const line = sshd('message repeated 3 times: [ Failed password for root from 10.0.0.9 port 5 ssh2]');
    const outcomes = readAll([line]);
    expect(outcomes.map((outcome) => 'isExtra' in outcome)).toEqual([false, true, true]);
    const ids = listEvents([line]).map((event) => (event as any).login.sourceId);
    expect(ids.map((id) => id.slice(-2))).toEqual(['/1', '/2', '/3']);
  });

  test('equal lines of the same second get different ids, and the same ids when read again', () => {
    const lines = [sshd('Failed password for root from 10.0.0.9 port 5 ssh2')];
    const twice = listEvents([...lines, ...lines]);
    expect(new Set(twice.map((event) => (event as any).login.sourceId)).size).toBe(2);
    expect(listEvents([...lines, ...lines])).toEqual(twice);
  });

  test('a refused key counts only if the connection has no accepted key', () => {
    const refused = sshd('Failed publickey for ana from 10.0.0.9 port 50000 ssh2');
    const reason = 'Failed publickey: another key of the same connection was accepted';
    expect(listFates([refused, sshd(ACCEPTED)])).toEqual([reason, 'login']);
    expect(listFates([refused])).toEqual(['login']);
    expect(listFates([refused, sshd(ACCEPTED.replace('50000', '50001'))])).toEqual(['login', 'login']);
    expect(listFates([refused, sshd(ACCEPTED, { pid: 4712 })])).toEqual(['login', 'login']);
  });

  test.each([
    ['Failed none for ana from 10.0.0.9 port 5 ssh2', /^Failed none/],
    ['Disconnected from user ana 10.0.0.9 port 5', /^sshd: the end of a connection/],
  ])('%s is skipped', (text, reason) => {
    expect(listFates([sshd(text)])).toEqual([expect.stringMatching(reason)]);
  });

  test.each([
    ['Accepted publickey for an', ACCEPTED],
    [ACCEPTED.slice(0, -2), ACCEPTED],
    ['Accepted publickey for an', 'Invalid user oracle from 203.0.113.9 port 40000'],
    [
      'pam_unix(sshd:session): session opened for user an',
      'pam_unix(sshd:session): session opened for user ana',
    ],
    [
      'pam_unix(sshd:session): session closed for user an',
      'pam_unix(sshd:session): session closed for user ana',
    ],
  ])('two lines in one, of which the first is torn (%s, %s), are not understood', (torn, next) => {
    const line = `${sshd(torn)}Nov 16 10:00:00 web01 sshd[4712]: ${next}`;
    expect(listFates([line])).toEqual([
      'NOT_UNDERSTOOD: the line was torn, and another one stands behind it',
    ]);
  });

  test('a host name instead of an address is not an address', () => {
    expect(listEvents([sshd('Accepted password for ana from client.example port 5 ssh2')])).toMatchObject([
      { login: { srcIp: undefined, srcPort: 5 } },
    ]);
  });
});

describe('other login services', () => {
  test.each([
    ['login', 'LOCAL'],
    ['gdm-password', 'INTERACTIVE'],
    ['lightdm', 'INTERACTIVE'],
    ['sddm', 'INTERACTIVE'],
    ['xrdp-sesman', 'RDP'],
  ])('%s is %s', (service, loginType) => {
    const line = `Nov 16 10:00:00 web01 ${service}[7]: pam_unix(${service}:session): session opened for user ana(uid=1000) by LOGIN(uid=0)`;
    expect(listEvents([line])).toMatchObject([
      { login: { loginType, loginId: '0x7', user: 'ana', uid: '1000' } },
    ]);
    expect(listFates([line.replace('opened', 'closed').replace(/\(uid=1000.*/, '')])).toEqual(['logout']);
  });

  test.each(['cron', 'su', 'sudo', 'systemd-user', 'polkit-1'])('%s is not a user session', (service) => {
    const line = `Nov 16 10:00:00 web01 x[7]: pam_unix(${service}:session): session opened for user root by (uid=0)`;
    expect(listFates([line])).toEqual([expect.stringMatching(/^PAM of cron/)]);
  });
});

describe('notations of a line', () => {
  test.each([
    ['RFC 3164', sshd(ACCEPTED)],
    ['RFC 3164 with a priority', `<38>${sshd(ACCEPTED)}\r`],
    ['two spaces before the text', `Nov 16 10:00:00 web01 sshd[4711]:  ${ACCEPTED}`],
    ['RFC 5424', `<38>1 2026-11-16T10:00:00Z web01 sshd 4711 - [a@1 b="\\]"] ${ACCEPTED}`],
    ['ISO time', `2026-11-16T12:00:00.000000+02:00 web01 sshd-session[4711]: ${ACCEPTED}`],
    [
      'parts of Fluent Bit',
      { time: '2026-11-16T10:00:00Z', host: 'web01', ident: 'sshd', pid: '4711', message: ACCEPTED },
    ],
  ])('%s', (_, value) => {
    expect(listEvents([value])).toMatchObject([
      {
        login: {
          time: '2026-11-16T10:00:00.000000Z',
          hostname: 'web01',
          loginId: '0x1267',
          srcIp: '10.0.0.9',
        },
      },
    ]);
  });

  test.each([
    ['UTF-8', 'utf8'],
    ['no UTF-8', 'latin1'],
  ] as const)('bytes of the journal: %s', (_, encoding) => {
    const record = {
      __REALTIME_TIMESTAMP: '1794823200123456',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'sshd',
      _PID: '4711',
      MESSAGE: [...Buffer.from(ACCEPTED.replace('ana', 'josé'), encoding)],
    };
    expect(listEvents([record])).toMatchObject([{ login: { user: 'josé' } }]);
  });

  test('the journal has microseconds, and its bytes are read as text', () => {
    const record = {
      __REALTIME_TIMESTAMP: '1794823200123456',
      __CURSOR: 's=1',
      _HOSTNAME: 'web01',
      SYSLOG_IDENTIFIER: 'sshd',
      _PID: '4711',
      MESSAGE: [...Buffer.from(ACCEPTED)],
    };
    expect(listEvents([record])).toMatchObject([
      { login: { time: '2026-11-16T10:00:00.123456Z', user: 'ana' } },
    ]);
  });

  test.each([
    [{ winlog: {}, message: sshd(ACCEPTED) }],
    [{ EventID: 4624, message: sshd(ACCEPTED) }],
    [{ message: 'something' }],
    [null],
    [7],
  ])('%j is not recognized', (value) => {
    expect(makeSyslogSensor(makeContext()).recognize(value)).toBeNull();
  });

  test('any other text fails', () => {
    expect(listFates(['\u0000\u0001', 'type=USER'])).toEqual([
      'not a line of syslog',
      'not a line of syslog',
    ]);
  });
});

describe('times of RFC 3164', () => {
  const timesOf = (lines: readonly string[], options?: SensorOptions): readonly string[] =>
    listEvents(lines, options).map((event) => (event as any).login.time.slice(0, 16));
  const on = (date: string): string => `${date} 10:00:00 web01 sshd[1]: ${ACCEPTED}`;

  test('need a zone, unless the line is not from a login service', () => {
    const options = { ...OPTIONS, timeZone: null };
    expect(listFates([sshd(ACCEPTED), 'Nov 16 10:00:00 web01 kernel: hello'], options)).toEqual([
      'no time zone: the line has none; give it with --timezone, such as --timezone Europe/Berlin',
      'UNRELATED: a program that logs nobody in',
    ]);
  });

  test('are in the newest year in which they are not in the future', () => {
    expect(timesOf([on('Nov 24'), on('Nov 25'), on('Jan  1'), on('Feb 29')])).toEqual([
      '2026-11-24T10:00',
      '2025-11-25T10:00',
      '2026-01-01T10:00',
      '2024-02-29T10:00',
    ]);
  });

  test('are in the year that the lines of the file show, else in the given year', () => {
    const sensor = makeSyslogSensor(makeContext({ ...OPTIONS, year: 2015 }));
    const years = [{ year: 2013 }, {}].flatMap((shown) => {
      const outcomes = readOne(sensor, {
        value: on('Dec 31'),
        origin: { file: 'auth.log', line: 1, ...shown },
      });
      return outcomes.map((outcome) => (outcome as any).event.login.time.slice(0, 4));
    });
    expect(years).toEqual(['2013', '2015']);
  });

  test('are read in the given zone; zone and year are reported', () => {
    const context = makeContext({ ...OPTIONS, timeZone: parseInputZone('Europe/Berlin') });
    const [outcome] = readAll([on('Nov 16')], context.options, context);
    expect(outcome).toMatchObject({ event: { login: { time: '2026-11-16T09:00:00.000000Z' } } });
    expect(listAssumptions(context.assumptions)).toEqual([
      { kind: 'ZONE', name: 'Europe/Berlin', from: 'GIVEN', records: 1 },
      { kind: 'YEAR', name: '2026', from: 'NEWEST', records: 1 },
    ]);
  });

  test('fail if they do not exist', () => {
    expect(listFates([on('Foo 16'), on('Nov 31')])).toEqual([
      'the line has no valid time',
      'the line has no valid time',
    ]);
  });
});
