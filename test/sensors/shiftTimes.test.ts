import { describe, expect, test } from '@jest/globals';

import type { ContextEventInput } from '../../src/sensors/contextEventInput.ts';
import { parseShift } from '../../src/sensors/parseShift.ts';
import { shiftOutcome } from '../../src/sensors/shiftTimes.ts';
import type { Outcome } from '../../src/sensors/sensor.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';

const DAY_MS = 86_400_000;

describe('--shift', () => {
  test.each([
    ['WS5=-P730D', { hostname: 'WS5', shiftMs: -730 * DAY_MS }],
    ['ws5.corp.example=PT1H', { hostname: 'WS5', shiftMs: 3_600_000 }],
    ['10.0.0.9=+PT1M30S', { hostname: '10.0.0.9', shiftMs: 90_000 }],
  ])('%s', (text, expected) => {
    expect(parseShift(text)).toMatchObject(expected);
  });

  test.each([
    '',
    'WS5',
    '=PT1H',
    'WS5=',
    'WS5=1h',
    'WS5=P1Y',
    'WS5=PT0S',
    'WS5=--PT1H',
    'WS5=PT0.0005S',
    '1.2.3=PT1H',
  ])('%s is not valid', (text) => {
    expect(parseShift(text)).toBeNull();
  });
});

const origin = { file: 'test', line: 1, sensorEvent: 'test' };
const lock = (time: string, timeMs: number | null = null): Outcome => ({
  kind: 'EVENT',
  origin,
  timeMs,
  event: { lock: { time, hostname: 'WS5', user: 'ana' } },
});
const shift = { hostname: 'WS5', shiftMs: -DAY_MS, text: '-P1D' };

test.each([
  ['2026-03-01T00:00:00.123456Z', '2026-02-28T00:00:00.123456Z'],
  ['2026-03-01T01:00:00+02:00', '2026-02-27T23:00:00.000000Z'],
  ['yesterday', 'yesterday'],
])('the time %s of an own event becomes %s', (time, expected) => {
  const ms = Date.parse(expected);
  expect(shiftOutcome(lock(time), shift)).toEqual(lock(expected, Number.isNaN(ms) ? null : ms));
});

test('a parsed time is shifted without parsing it again', () => {
  const time = '2026-03-01T00:00:00.123456Z';
  const shifted = '2026-02-28T00:00:00.123456Z';
  expect(shiftOutcome(lock(time, Date.parse(time)), shift)).toEqual(lock(shifted, Date.parse(shifted)));
});

test.each(['+033658-09-27T01:46:40.000000Z', '0999-01-01T00:00:00.000000Z'])(
  'the time %s, which the server rejects, stays as it is',
  (time) => {
    const event = lock(time, Date.parse(time));
    expect(shiftOutcome(event, shift)).toMatchObject({ event: { lock: { time } } });
  },
);

test.each(['hostStart', 'hostStop', 'hostSeen', 'disconnect'])('a %s is shifted', (name) => {
  const at = (time: string): Outcome => ({
    kind: 'CONTEXT',
    origin,
    timeMs: Date.parse(time),
    event: { [name]: { time, hostname: 'WS5', sourceId: 'x/1' } } as unknown as ContextEventInput,
  });
  const shifted = shiftOutcome(at('2026-03-01T00:00:00.000000Z'), shift);
  expect(shifted).toEqual(at('2026-02-28T00:00:00.000000Z'));
});

test('a skipped record is not shifted', () => {
  const skip: Outcome = { kind: 'SKIPPED', reason: 'x', origin };
  expect(shiftOutcome(skip, shift)).toBe(skip);
});

test('only the times of the given host are shifted, and the shifted records are counted', () => {
  const sensors = startSensors({ ...NO_OPTIONS, shifts: new Map([['WS5', shift]]) });
  const own = (hostname: string) => ({ lock: { time: '2026-03-01T00:00:00Z', hostname } });
  const stop = { hostStop: { time: '2026-03-01T00:00:00Z', hostname: 'WS5' } };
  const outcomes = ['WS5', 'ws5.corp.example', 'WS6'].flatMap((hostname, line) =>
    sensors.read({ value: own(hostname), origin: { file: 'test', line } }),
  );
  expect(outcomes.map((outcome: any) => outcome.event.lock.time)).toEqual([
    '2026-02-28T00:00:00.000000Z',
    '2026-02-28T00:00:00.000000Z',
    '2026-03-01T00:00:00Z',
  ]);
  expect(sensors.read({ value: stop, origin: { file: 'test', line: 4 } })).toMatchObject([
    { event: { hostStop: { time: '2026-02-28T00:00:00.000000Z' } } },
  ]);
  expect(sensors.listAssumptions()).toEqual([
    { kind: 'SHIFT', name: '-P1D of WS5', from: 'GIVEN', records: 3 },
  ]);
});

test('a waiting record is settled by the unshifted clock and then shifted', () => {
  const sensors = startSensors({ ...NO_OPTIONS, hostname: 'WS5', shifts: new Map([['WS5', shift]]) });
  const value =
    'type=USER_LOGIN msg=audit(1794823200.250:9000): pid=700 uid=0 auid=1000 ses=5 msg=\'op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success\'';
  expect(sensors.read({ value, origin: { file: 'test', line: 1 } })).toEqual([]);
  expect([...sensors.flush(Date.parse('2026-11-16T10:00:05Z'))]).toEqual([]);
  expect([...sensors.flush(Date.parse('2026-11-16T10:00:11Z'))]).toMatchObject([
    { event: { login: { time: '2026-11-15T10:00:00.250000Z' } } },
  ]);
  expect([...sensors.flush()]).toEqual([]);
});
