import { describe, expect, test } from '@jest/globals';

import { makeOwnSensor } from '../../src/sensors/ownSensor.ts';

import { readOne } from './makeContext.ts';

const sensor = makeOwnSensor();

const origin = { file: 'test', line: 1 };
const PLACE = { time: '2026-11-16T09:00:00Z', hostname: 'WS1' };

describe('own events', () => {
  test.each([
    'login',
    'logout',
    'reconnect',
    'lock',
    'unlock',
    'hostStart',
    'hostStop',
    'hostSeen',
    'disconnect',
  ])('%s is recognized', (name) => {
    expect(sensor.recognize({ [name]: PLACE })).not.toBeNull();
  });

  test.each([
    ['an event in a list', [{ lock: PLACE }]],
    ['two members', { lock: PLACE, unlock: PLACE }],
    ['another action', { suspend: PLACE }],
    ['text', 'lock'],
    ['nothing', null],
  ])('%s is not recognized', (_, value) => {
    expect(sensor.recognize(value)).toBeNull();
  });

  test('are returned unchanged', () => {
    const login = {
      ...PLACE,
      loginSuccessful: true,
      loginId: 1008115,
      srcPort: 22,
      loginType: 'RDP',
      uid: null,
    };
    expect(readOne(sensor, { value: { login }, origin })).toEqual([
      { kind: 'EVENT', event: { login }, timeMs: null, origin: { ...origin, sensorEvent: 'own login' } },
    ]);
  });

  test.each([
    ['hostStart', {}],
    ['hostStop', { sourceId: 'windows/system/7' }],
    ['hostSeen', { sourceId: null }],
    ['disconnect', { loginId: 1008115, user: 'CORP\\ana', srcIp: '10.0.0.9', sourceId: 'x' }],
  ])('a %s is a context event', (name, fields) => {
    const event = { [name]: { ...PLACE, ...fields } };
    expect(readOne(sensor, { value: event, origin })).toEqual([
      { kind: 'CONTEXT', event, timeMs: null, origin: { ...origin, sensorEvent: `own ${name}` } },
    ]);
  });

  // GraphQL would reject these, together with the up to 1,000 other events of the request.
  test.each([
    [
      { lock: { ...PLACE, srcIp: '10.0.0.1' } },
      /^lock has a field that does not apply to it, srcIp; it supports time, /,
    ],
    [{ lock: { time: '2026-11-16T09:00:00Z' } }, /^lock needs a hostname/],
    [{ lock: { ...PLACE, time: 5 } }, /^lock needs a time/],
    [{ lock: { ...PLACE, user: ['ana'] } }, /^lock.user has the wrong JSON type$/],
    [{ lock: null }, /^lock needs a time/],
    [{ hostStop: { ...PLACE, user: 'ana' } }, /^hostStop has a field that does not apply to it, user; /],
    [{ hostSeen: { hostname: 'WS1' } }, /^hostSeen needs a time/],
    [{ disconnect: { ...PLACE, uid: '501' } }, /^disconnect has a field that does not apply to it, uid; /],
    [{ disconnect: { ...PLACE, srcIp: 7 } }, /^disconnect.srcIp has the wrong JSON type$/],
    [{ login: PLACE }, /^login needs a loginSuccessful/],
    [{ login: { ...PLACE, loginSuccessful: true, loginType: 'SSH' } }, /^login.loginType/],
    [{ login: { ...PLACE, loginSuccessful: true, srcPort: '22' } }, /^login.srcPort/],
    [{ login: { ...PLACE, loginSuccessful: true, loginId: 1.5 } }, /^login.loginId/],
  ])('%j fails', (value, reason) => {
    expect(readOne(sensor, { value, origin })).toMatchObject([
      { kind: 'FAILED', reason: expect.stringMatching(reason) },
    ]);
  });
});
