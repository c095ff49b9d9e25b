import { describe, expect, test } from '@jest/globals';

import { makeWtmpdbSensor } from '../../../src/sensors/linux/wtmpdbSensor.ts';
import type { WtmpdbRecord } from '../../../src/sensors/linux/wtmpdbSensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { splitEvent } from '../../../src/sensors/sessionEventInput.ts';

import { fateOf } from '../fateOf.ts';
import { makeContext } from '../makeContext.ts';

const LOGIN = Date.UTC(2026, 10, 16, 9) * 1000 + 123_456;
const SESSION: WtmpdbRecord = {
  wtmpdb: 'START',
  id: 7,
  type: 3,
  user: 'ana',
  login: LOGIN,
  time: LOGIN,
  tty: 'pts/0',
  remoteHost: '10.0.0.9',
  service: 'sshd',
};
const BOOT: WtmpdbRecord = {
  ...SESSION,
  type: 1,
  user: 'reboot',
  tty: '~',
  remoteHost: '6.12.0',
  service: null,
};

const readOne = (record: WtmpdbRecord, hostname: string | null = 'web01'): Outcome => {
  const sensor = makeWtmpdbSensor(makeContext({ hostname }));
  const [outcome] = sensor.read(record, { file: 'wtmp.db', line: 1 });
  if (outcome === undefined) throw new Error('The record has no outcome.');
  return outcome;
};

const inputOf = (outcome: Outcome): Readonly<Record<string, unknown>> => {
  if (outcome.kind !== 'EVENT') throw new Error(`No event: ${outcome.kind}`);
  return splitEvent(outcome.event).input;
};

describe('a row of a session', () => {
  test('starts with a login and ends with a logout of the same login id', () => {
    const start = readOne(SESSION);
    const end = readOne({ ...SESSION, wtmpdb: 'END', time: LOGIN + 1_000_001 });
    expect(start).toMatchObject({
      event: {
        login: {
          time: '2026-11-16T09:00:00.123456Z',
          hostname: 'web01',
          user: 'ana',
          loginId: expect.stringMatching(/^0x8[\da-f]{15}$/),
          loginType: 'REMOTE',
          srcIp: '10.0.0.9',
          loginSuccessful: true,
        },
      },
      timeMs: Math.floor(LOGIN / 1000),
    });
    expect(end).toMatchObject({ event: { logout: { time: '2026-11-16T09:00:01.123457Z', user: 'ana' } } });
    expect(inputOf(end)['loginId']).toBe(inputOf(start)['loginId']);
  });

  test('of another start has another login id and source id', () => {
    const inputs = [SESSION, { ...SESSION, id: 8 }, { ...SESSION, login: LOGIN + 1 }].map((record) =>
      inputOf(readOne(record)),
    );
    expect(new Set(inputs.map(({ loginId }) => loginId)).size).toBe(3);
    expect(new Set(inputs.map(({ sourceId }) => sourceId)).size).toBe(3);
  });

  test.each([
    [{ service: 'sshd', tty: 'ssh', remoteHost: 'client.example' }, 'REMOTE', undefined],
    [{ service: 'login', tty: 'tty1', remoteHost: '' }, 'LOCAL', undefined],
    [{ service: 'gdm-password', tty: 'tty2', remoteHost: '' }, 'INTERACTIVE', undefined],
    [{ service: '', tty: ':0', remoteHost: null }, 'INTERACTIVE', undefined],
    [{ service: null, tty: 'pts/3', remoteHost: '2001:db8::1' }, 'REMOTE', '2001:db8::1'],
    [{ service: null, tty: 'tty3', remoteHost: null }, 'LOCAL', undefined],
    [{ service: 'unheard-of', tty: 'pts/3', remoteHost: null }, null, undefined],
  ])('%j is a login of type %s', (values, loginType, srcIp) => {
    expect(readOne({ ...SESSION, ...values })).toMatchObject({
      event: { login: srcIp === undefined ? { loginType } : { loginType, srcIp } },
    });
  });

  test.each(['su', 'sudo', 'cron', 'systemd-user', 'gdm-launch-environment', 'polkit-1'])(
    'of the service %s is skipped, and so is its end',
    (service) => {
      const reason = 'wtmpdb: cron, su, sudo and similar: not a user session';
      expect(fateOf(readOne({ ...SESSION, service }))).toBe(reason);
      expect(fateOf(readOne({ ...SESSION, service, wtmpdb: 'END' }))).toBe(reason);
    },
  );
});

test('the row of a boot starts and stops the host', () => {
  expect(readOne(BOOT)).toMatchObject({
    event: { hostStart: { time: '2026-11-16T09:00:00.123456Z', hostname: 'web01' } },
  });
  expect(fateOf(readOne({ ...BOOT, wtmpdb: 'END' }))).toBe('hostStop');
});

test('another type is skipped', () => {
  expect(fateOf(readOne({ ...BOOT, type: 2 }))).toBe('wtmpdb: neither a session nor a start of the host');
});

test('a record without the name of the host fails', () => {
  expect(fateOf(readOne(SESSION, null))).toContain('no host name');
});

test.each([
  null,
  'START',
  {},
  { ...SESSION, wtmpdb: 'X' },
  { ...SESSION, time: 'now' },
  { ...SESSION, user: 1 },
])('%j is not a record of wtmpdb', (value) => {
  expect(makeWtmpdbSensor(makeContext()).recognize(value)).toBeNull();
});
