import { describe, expect, test } from '@jest/globals';

import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const OPTIONS: SensorOptions = { ...NO_OPTIONS, timeZone: parseInputZone('UTC'), now: () => NOW };
const NAMED: SensorOptions = { ...OPTIONS, hostname: 'GIVEN' };

const readAll = (values: readonly unknown[], options = OPTIONS): readonly Outcome[] =>
  readToEnd(
    makeSyslogSensor(makeContext(options)),
    values.map((value, index) => ({ value, origin: { file: 'auth.log', line: index + 1 } })),
  ).toSorted((a, b) => a.origin.line - b.origin.line);

const listEvents = (values: readonly unknown[], options = OPTIONS): readonly unknown[] =>
  readAll(values, options).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

const TEXT = 'Accepted publickey for ana from 10.0.0.9 port 50000 ssh2: ED25519 SHA256:x';
const LOGIN = { user: 'ana', loginId: '0x1267', loginSuccessful: true, srcIp: '10.0.0.9', srcPort: 50000 };

describe('log show of macOS', () => {
  const HOSTLESS = { ...LOGIN, hostname: 'GIVEN', time: '2026-11-16T10:00:00.123456Z' };
  const ENTRY = {
    timezoneName: '',
    messageType: 'Default',
    eventType: 'logEvent',
    source: null,
    machTimestamp: 1,
    senderImagePath: '/usr/sbin/sshd',
    processImagePath: '/usr/sbin/sshd',
    timestamp: '2026-11-16 02:00:00.123456-0800',
    eventMessage: TEXT,
    processID: 4711,
  };

  test.each([
    ['syslog', `2026-11-16 02:00:00.123456-0800  localhost sshd[4711]: ${TEXT}`],
    [
      'default',
      `2026-11-16 02:00:00.123456-0800 0x1a2b     Default     0x0                  4711   0    sshd: ${TEXT}`,
    ],
    ['json', ENTRY],
  ])('--style %s', (_, value) => {
    expect(listEvents([value], NAMED)).toMatchObject([{ login: HOSTLESS }]);
    expect(readAll([value])).toMatchObject([
      { kind: 'FAILED', reason: expect.stringMatching(/^no host name/) },
    ]);
  });

  test('an entry is one event in the styles syslog, default and json', () => {
    const events = [
      `2026-11-16 02:00:00.123456-0800  localhost sshd[4711]: ${TEXT}`,
      `2026-11-16 02:00:00.123456-0800 0x1a2b     Default     0x0                  4711   0    sshd: ${TEXT}`,
      ENTRY,
    ].map((value) => listEvents([value], NAMED));
    expect(events[1]).toEqual(events[0]);
    expect(events[2]).toEqual(events[0]);
  });

  test('--style compact has no zone', () => {
    expect(listEvents([`2026-11-16 10:00:00.123 Df sshd[4711:1a2b3c] ${TEXT}`], NAMED)).toMatchObject([
      { login: { ...LOGIN, hostname: 'GIVEN', time: '2026-11-16T10:00:00.123000Z' } },
    ]);
  });

  test('sender, subsystem and category do not belong to the text', () => {
    const line = `2026-11-16 02:00:00.123456-0800  localhost sshd[4711]: (libsystem_x.dylib) [com.openssh.sshd:auth] ${TEXT}`;
    expect(listEvents([line], NAMED)).toMatchObject([{ login: HOSTLESS }]);
  });

  test('other processes do not become events, also with blanks in their names', () => {
    const lines = [
      '2026-11-16 02:00:00.123456-0800  localhost Google Chrome Helper[99]: (libfoo) [com.x:y] user session',
      '2026-11-16 02:00:00.123456-0800  localhost loginwindow[156]: [com.apple.loginwindow.logging:Standard] com.apple.screenIsLocked, with userID:501',
    ];
    expect(listEvents(lines, NAMED)).toEqual([]);
    expect(readAll(lines, NAMED).map(({ kind }) => kind)).not.toContain('FAILED');
  });

  test('the statistics at the end are skipped', () => {
    expect(readAll([{ count: 2, finished: 1 }])).toMatchObject([{ kind: 'SKIPPED' }]);
  });
});
