import { describe, expect, test } from '@jest/globals';

import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { makeContext } from '../makeContext.ts';

import { lineAt, listEvents, listFates } from './syslogLines.ts';

const REPEATS = 'repeats a failed login that another line reports';

const sshd = (seconds: number, text: string): string => lineAt(seconds, 'sshd', text);
const invalid = (seconds: number, user: string, client: string): string =>
  sshd(seconds, `Invalid user ${user} from ${client}`);
const failed = (seconds: number, user: string, client: string): string =>
  sshd(seconds, `Failed password for ${user} from ${client} ssh2`);
const pam = (seconds: number, rhost: string, user: string | null, more = ''): string =>
  sshd(
    seconds,
    `${more === '' ? 'pam_unix(sshd:auth): authentication failure' : `PAM ${more} more authentication failures`}; logname= uid=0 euid=0 tty=ssh ruser= rhost=${rhost}${user === null ? '' : `  user=${user}`}`,
  );

const loginsOf = (lines: readonly string[]): readonly unknown[] =>
  listEvents(lines).map((event) => {
    const { user, srcIp, srcPort } = (event as any).login;
    return [user, srcIp, srcPort];
  });

describe('lines of sshd without a pid are joined by their client', () => {
  test('a user that does not exist, from two addresses', () => {
    expect(loginsOf([invalid(0, 'x', '10.0.0.7'), invalid(5, 'x', '10.0.0.8')])).toEqual([
      ['x', '10.0.0.7', undefined],
      ['x', '10.0.0.8', undefined],
    ]);
  });

  test('two connections from one address, with their ports or with their users', () => {
    expect(loginsOf([invalid(0, 'x', '10.0.0.7 port 5'), invalid(5, 'x', '10.0.0.7 port 6')])).toEqual([
      ['x', '10.0.0.7', 5],
      ['x', '10.0.0.7', 6],
    ]);
    expect(loginsOf([invalid(0, 'x', '10.0.0.7'), invalid(5, 'y', '10.0.0.7')])).toEqual([
      ['x', '10.0.0.7', undefined],
      ['y', '10.0.0.7', undefined],
    ]);
  });

  test('the password of each connection is the same attempt, also with lines of other connections between them', () => {
    const [a, b] = ['10.0.0.7 port 5', '10.0.0.8 port 6'];
    const lines = [
      invalid(0, 'x', a),
      invalid(0, 'x', b),
      failed(2, 'invalid user x', a),
      failed(2, 'invalid user x', b),
      sshd(3, `error: maximum authentication attempts exceeded for invalid user x from ${a} ssh2 [preauth]`),
    ];
    expect(listFates([lines])).toEqual([REPEATS, REPEATS, 'login', 'login', REPEATS]);
  });

  test('old versions write the port in one of the two lines only', () => {
    const lines = [
      invalid(0, 'x', '10.0.0.7'),
      invalid(0, 'x', '10.0.0.8'),
      failed(2, 'invalid user x', '10.0.0.8 port 6'),
      failed(2, 'invalid user x', '10.0.0.7 port 5'),
    ];
    expect(listFates([lines])).toEqual([REPEATS, REPEATS, 'login', 'login']);
  });

  test('a line without an address is joined by its user', () => {
    const denied = (user: string): string => sshd(0, `User ${user} not allowed because account is locked`);
    expect(
      listFates([[denied('ana'), denied('bob'), failed(2, 'invalid user bob', '10.0.0.7 port 5')]]),
    ).toEqual(['login', REPEATS, 'login']);
    // With UseDNS, sshd writes the name of the client.
    const byName = sshd(0, 'User bob from gw.example.com not allowed because not listed in AllowUsers');
    expect(listFates([[byName, failed(2, 'invalid user bob', '10.0.0.7 port 5')]])).toEqual([
      REPEATS,
      'login',
    ]);
    expect(listFates([[byName, failed(2, 'ana', '10.0.0.7 port 5')]])).toEqual(['login', 'login']);
  });

  test('PAM reports the attempts of two clients', () => {
    const [a, b] = ['10.0.0.7', '10.0.0.8'];
    const lines = [
      pam(0, a, 'ana'),
      pam(0, b, 'ana'),
      failed(2, 'ana', `${b} port 6`),
      failed(2, 'ana', `${a} port 5`),
      failed(4, 'ana', `${a} port 5`),
      failed(6, 'ana', `${a} port 5`),
      pam(7, b, 'ana', '2'),
      pam(7, a, 'ana', '2'),
    ];
    expect(listFates([lines])).toEqual([
      REPEATS,
      REPEATS,
      'login',
      'login',
      'login',
      'login',
      // sshd does not report two of the attempts from there.
      'login',
      'login',
      REPEATS,
    ]);
  });

  test('two connections of one address share what PAM reports, also if the file of PAM is read later', () => {
    const reports = [failed(2, 'ana', '10.0.0.7 port 5'), failed(2, 'ana', '10.0.0.7 port 6')];
    const ofPam = [pam(0, '10.0.0.7', 'ana'), pam(0, '10.0.0.7', 'ana')];
    expect(listFates([[...ofPam, ...reports]])).toEqual([REPEATS, REPEATS, 'login', 'login']);
    expect(listFates([reports, ofPam])).toEqual(['login', 'login', REPEATS, REPEATS]);
    const more = [...reports, ...reports, pam(9, '10.0.0.7', 'ana', '2'), pam(9, '10.0.0.7', 'ana', '2')];
    expect(listFates([more])).toEqual(['login', 'login', 'login', 'login', REPEATS, REPEATS]);
  });

  test('PAM has no port: it is that of the line of sshd', () => {
    expect(
      loginsOf([
        invalid(0, 'x', '10.0.0.7 port 5'),
        invalid(0, 'y', '10.0.0.8 port 6'),
        pam(1, '10.0.0.7', null),
      ]),
    ).toEqual([
      ['y', '10.0.0.8', 6],
      ['x', '10.0.0.7', 5],
    ]);
  });

  test('the sessions of PAM are those of the same user', () => {
    const accepted = (user: string, port: number): string =>
      sshd(0, `Accepted password for ${user} from 10.0.0.7 port ${port} ssh2`);
    const session = (seconds: number, change: string, user: string): string =>
      sshd(seconds, `pam_unix(sshd:session): session ${change} for user ${user}`);
    const left = (user: string, port: number): string =>
      sshd(9, `Disconnected from user ${user} 10.0.0.7 port ${port}`);
    const lines = [
      accepted('ana', 5),
      accepted('bob', 6),
      session(1, 'opened', 'ana'),
      session(1, 'opened', 'bob'),
      session(1, 'opened', 'eve'),
      left('ana', 5),
      left('bob', 6),
      session(9, 'closed', 'ana'),
      session(9, 'closed', 'bob'),
    ];
    expect(listFates([lines])).toEqual([
      'login',
      'login',
      'PAM session opened: repeats Accepted',
      'PAM session opened: repeats Accepted',
      'login',
      ...Array.from({ length: 2 }, () => 'sshd: the end of a connection: PAM reports the logout'),
      'logout',
      'logout',
    ]);
  });

  test('a failed login does not wait for as long as other clients write', () => {
    const sensor = makeSyslogSensor(makeContext(NO_OPTIONS));
    const read = (text: string, line: number): number => {
      const message = sensor.recognize(text);
      return message === null ? 0 : sensor.read(message, { file: 'file', line }, undefined).length;
    };
    expect(read(invalid(0, 'x', '10.0.0.7'), 1)).toBe(0);
    expect(read(invalid(300, 'x', '10.0.0.8'), 2)).toBe(0);
    expect([...sensor.flush(Date.UTC(2026, 10, 16, 10, 2))]).toMatchObject([{ origin: { line: 1 } }]);
  });
});

test('a pid that is used again within ten minutes is of another connection', () => {
  const at = (seconds: number, client: string): string =>
    lineAt(seconds, 'sshd[700]', `Invalid user x from ${client}`);
  expect(loginsOf([at(0, '10.0.0.7 port 5'), at(60, '10.0.0.8 port 6'), at(120, '10.0.0.8 port 7')])).toEqual(
    [
      ['x', '10.0.0.7', 5],
      ['x', '10.0.0.8', 6],
      ['x', '10.0.0.8', 7],
    ],
  );
});

test('many clients without a pid are read in one pass, and each is one failed login', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => {
    const client = `10.0.${index >> 8}.${index & 255} port 5`;
    return [invalid(index * 5, 'x', client), failed(index * 5 + 2, 'invalid user x', client)];
  }).flat();
  expect(listFates([lines]).filter((fate) => fate === 'login')).toHaveLength(3000);
});
