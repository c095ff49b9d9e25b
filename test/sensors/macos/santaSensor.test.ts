import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';

import {
  aMessage,
  atLoginWindow,
  bySsh,
  instigator,
  listEvents,
  listFates,
  readAll,
} from './santaMessages.ts';

describe('keys', () => {
  test('a refused key counts only if the connection has no accepted key', () => {
    const refused = aMessage(bySsh('login', { result: 'RESULT_AUTH_FAIL_PUBKEY' }));
    const accepted = { result: 'RESULT_AUTH_SUCCESS' };
    const reason = 'SKIPPED: Failed publickey: another key of the same connection was accepted';
    expect(listFates([refused, refused, aMessage(bySsh('login', accepted))])).toEqual([
      reason,
      reason,
      'login',
    ]);
    expect(listFates([refused])).toEqual(['login']);
    for (const other of [
      aMessage(bySsh('login', { ...accepted, ...instigator({ pid: 4712 }) })),
      aMessage(bySsh('login', { ...accepted, ...instigator({ pidversion: 9002 }) })),
      aMessage(bySsh('login', accepted), { machine_id: 'MAC2' }),
    ]) {
      expect(listFates([refused, other])).toEqual(['login', 'login']);
    }
  });
});

describe('values', () => {
  const lock = (fields: object, outer?: Readonly<Record<string, unknown>>): unknown =>
    listEvents([aMessage(atLoginWindow('lock', { ...fields }), outer)])[0];

  test.each([
    [0, '0'],
    ['0', '0'],
    [-2, '-2'],
    [-1, undefined],
    ['-1', undefined],
    [4_294_967_295, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('uid %j is %j', (uid, expected) => {
    expect(lock({ user: { uid, name: 'ana' } })).toMatchObject({ lock: { uid: expected } });
  });

  test.each([
    ['Ojox', 'TYPE_IPV6', '::1'],
    ['::1', 'TYPE_IPV6', '::1'],
    ['10.0.0.9', 'TYPE_IPV4', '10.0.0.9'],
    ['MTAuMC4wLjk=', undefined, '10.0.0.9'],
    ['MTAuMC4wLjk=', 'TYPE_UNKNOWN', '10.0.0.9'],
    ['L3Zhci9ydW4vYQ==', 'TYPE_NAMED_SOCKET', undefined],
    ['L3Zhci9ydW4vYQ==', 'TYPE_NONE', undefined],
    [undefined, 'TYPE_NONE', undefined],
    // The server reports it.
    ['aG9zdA==', 'TYPE_IPV4', 'host'],
  ])('address %j of %j is %j', (address, type, srcIp) => {
    expect(listEvents([aMessage(bySsh('logout', { source: { address, type } }))])).toMatchObject([
      { logout: { srcIp } },
    ]);
  });

  test('the host is --host if the message has no machine id', () => {
    const options = { ...NO_OPTIONS, hostname: 'mac9.corp.example' };
    const nameless = aMessage(atLoginWindow('lock'), { machine_id: undefined });
    expect(listEvents([nameless], options)).toMatchObject([{ lock: { hostname: 'mac9.corp.example' } }]);
    expect(listEvents([aMessage(atLoginWindow('lock'))], options)).toMatchObject([
      { lock: { hostname: 'MAC1' } },
    ]);
    expect(listFates([nameless])).toEqual([
      'FAILED: no host name: give it with --host, such as --host WEB01',
    ]);
  });

  test('an event without an event id has no source id', () => {
    expect(lock({}, { event_id: undefined })).toMatchObject({ lock: { sourceId: undefined } });
  });

  test.each([
    [{ user: 'ana' }, 'user'],
    [{ user: { name: {} } }, 'user.name'],
    [{ user: { name: 'ana', uid: 1.5 } }, 'user.uid'],
    [{ graphical_session: 257 }, 'graphical_session'],
    [{ graphical_session: { id: [257] } }, 'graphical_session.id'],
    [{ instigator: { id: 'x' } }, 'instigator.id'],
  ])('%j does not become an event without a user', (fields, field) => {
    expect(listFates([aMessage(atLoginWindow('lock', fields))])).toEqual([
      `FAILED: ${field} has the wrong JSON type`,
    ]);
  });

  test('a message with neither a user nor a session fails', () => {
    const fields = { user: {}, graphical_session: undefined };
    expect(listFates([aMessage(atLoginWindow('lock', fields))])).toEqual([
      'FAILED: login_window_session lock: neither a user nor a session',
    ]);
  });
});

describe('recognizing messages of Santa', () => {
  test.each([
    [atLoginWindow('lock')],
    [bySsh('logout')],
    [{ lock: { ...instigator(), user: { name: 'ana' } } }],
    [{ attach: { ...instigator(), success: true } }],
  ])('%j without the outer message has no time', (inner) => {
    expect(listFates([inner])).toEqual(['FAILED: no event_time: the outer Santa message is missing']);
  });

  test.each([['yesterday'], ['2026-11-16T09:00:00'], [1_794_819_600]])(
    'event_time %j is not valid',
    (time) => {
      expect(listFates([aMessage(atLoginWindow('lock'), { event_time: time })])).toEqual([
        'FAILED: event_time is not a valid time',
      ]);
    },
  );

  test.each([
    ['execution', 'santa execution'],
    ['file_access', 'santa file_access'],
    ['something_new', 'santa other'],
  ])('%s is skipped', (kind, sensorEvent) => {
    expect(readAll([aMessage({ [kind]: { ...instigator() } })])).toEqual([
      {
        kind: 'SKIPPED',
        reason: 'Santa: not a session event',
        origin: { file: 'santa.log', line: 1, sensorEvent },
      },
    ]);
  });

  test('an unknown action fails', () => {
    expect(listFates([aMessage(atLoginWindow('switch')), aMessage({ open_ssh: {} })])).toEqual([
      'FAILED: login_window_session: has none of login, logout, lock, unlock',
      'FAILED: open_ssh: has none of login, logout',
    ]);
  });

  test('the sensor event is the kind of the message', () => {
    const [outcome] = readAll([aMessage(atLoginWindow('lock'))]);
    expect(outcome?.origin.sensorEvent).toBe('santa login_window_session lock');
  });

  test.each([
    [{ lock: { time: '2026-11-16T09:00:00Z', hostname: 'WS1' } }, 'own lock'],
    [
      { EventID: 4624, Hostname: 'WS1', TimeCreated: '2026-11-16T09:00:00Z', Channel: 'Security' },
      'security 4624',
    ],
    [{ event_time: '2026-11-16T09:00:00Z', execution: 'x' }, 'unknown'],
    [{ execution: { path: 'x' } }, 'unknown'],
    [{ open_ssh: true }, 'unknown'],
  ])('%j is not a message of Santa', (value, sensorEvent) => {
    expect(readAll([value])[0]?.origin.sensorEvent).toBe(sensorEvent);
  });
});
