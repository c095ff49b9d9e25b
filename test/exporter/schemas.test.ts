import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ECS } from '../../src/exporter/ecs.ts';
import { OCSF } from '../../src/exporter/ocsf.ts';
import { ACTIONS, LOGIN_TYPES } from '../../src/model/action.ts';
import { samples } from '../support/samples.ts';

import { parseLines } from './exporting.ts';

const LOGIN = {
  action: 'LOGIN',
  time: '2026-11-16T09:00:01.000001Z',
  hostname: 'WS5',
  user: 'CORP\\ana',
  uid: 'S-1-5-21-7',
  loginId: '0xa1',
  sourceId: 'windows/security/12',
  loginType: 'RDP',
  loginSuccessful: true,
  linkedLoginId: '0xa2',
  srcIp: '203.0.113.7',
  srcPort: 50438,
  destIp: '10.0.0.5',
  destPort: 3389,
  srcHostname: 'KALI',
};
const LOCK = {
  action: 'LOCK',
  time: '2026-11-16T09:00:02.000000Z',
  hostname: 'WS5',
  user: null,
  uid: null,
  loginId: null,
};

/** Any event as the API returns it. */
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 2 });
const row = fc.record({
  action: fc.constantFrom(...ACTIONS),
  time: fc.constantFrom(LOGIN.time, LOCK.time),
  hostname: fc.constantFrom('WS5', '10.0.0.5'),
  user: optional(fc.constantFrom('ana', 'CORP\\ana', 'ana@corp.example', '\\ana', 'a"b')),
  uid: optional(fc.constantFrom('1000', 'S-1-5-18')),
  loginId: optional(fc.constant('0xa1')),
  sourceId: optional(fc.constant('w/1')),
  loginType: optional(fc.constantFrom(...LOGIN_TYPES)),
  loginSuccessful: optional(fc.boolean()),
  linkedLoginId: optional(fc.constant('0xa2')),
  srcIp: optional(fc.constantFrom('203.0.113.7', 'fe80::1')),
  srcPort: optional(fc.nat(65_535)),
  destIp: optional(fc.constant('10.0.0.5')),
  destPort: optional(fc.nat(65_535)),
  srcHostname: optional(fc.constant('KALI')),
});

const listNames = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => listNames(inner, `${path}${path && '.'}${name}`))
    : [path];

describe('ocsf', () => {
  const format = (event: Readonly<Record<string, unknown>>): any =>
    parseLines(OCSF.events.formatRow(event))[0];

  test('a login has all its fields', () => {
    expect(format(LOGIN)).toEqual({
      category_uid: 3,
      category_name: 'Identity & Access Management',
      class_uid: 3002,
      class_name: 'Authentication',
      activity_id: 1,
      activity_name: 'Logon',
      type_uid: 300201,
      severity_id: 1,
      status_id: 1,
      status: 'Success',
      time: 1794819601000,
      time_dt: '2026-11-16T09:00:01.000001Z',
      metadata: {
        version: '1.8.0',
        profiles: ['datetime', 'host'],
        product: { name: 'Sessionscope', vendor_name: 'Sessionscope', version: expect.any(String) },
        uid: 'windows/security/12',
      },
      device: { hostname: 'WS5', type_id: 0 },
      dst_endpoint: { hostname: 'WS5', ip: '10.0.0.5', port: 3389 },
      user: { name: 'ana', domain: 'CORP', uid: 'S-1-5-21-7' },
      logon_type_id: 10,
      logon_type: 'Remote Interactive',
      is_remote: true,
      src_endpoint: { ip: '203.0.113.7', port: 50438, hostname: 'KALI' },
      session: { uid: '0xa1' },
      unmapped: { linkedLoginId: '0xa2' },
    });
  });

  test.each([
    [{ loginSuccessful: false }, { activity_id: 1, type_uid: 300201, status_id: 2, status: 'Failure' }],
    [
      { action: 'LOGOUT', loginSuccessful: null },
      { activity_id: 2, type_uid: 300202, status_id: 1 },
    ],
    [
      { action: 'RECONNECT', loginSuccessful: null },
      { activity_id: 99, activity_name: 'Reconnect', type_uid: 300299 },
    ],
    [
      { action: 'LOCK', loginType: null },
      { activity_id: 99, activity_name: 'Lock' },
    ],
    [
      { action: 'UNLOCK', loginType: null },
      { activity_id: 99, activity_name: 'Unlock' },
    ],
    [{ loginType: 'INTERACTIVE' }, { logon_type_id: 2, is_remote: false }],
    [{ loginType: 'REMOTE' }, { logon_type_id: 3, is_remote: true }],
    [{ loginType: 'LOCAL' }, { logon_type_id: 99, logon_type: 'Local', is_remote: false }],
    [{ user: 'ana@corp.example' }, { user: { name: 'ana', domain: 'corp.example', uid: 'S-1-5-21-7' } }],
  ])('%j', (fields, expected) => {
    expect(format({ ...LOGIN, ...fields })).toMatchObject(expected);
  });

  test('an event without a user has the name that stands for none', () => {
    expect(format(LOCK).user).toEqual({ name: '-' });
  });

  /**
   * The required attributes, types and enumerations of the class, with the profiles datetime and host, and of its objects:
   * https://schema.ocsf.io/1.8.0/classes/authentication?profiles=datetime,host
   */
  const TYPES: Readonly<Record<string, unknown>> = {
    category_uid: 3,
    category_name: 'Identity & Access Management',
    class_uid: 3002,
    class_name: 'Authentication',
    activity_id: [1, 2, 99],
    activity_name: 'string',
    type_uid: [300201, 300202, 300299],
    severity_id: [0, 1, 2, 3, 4, 5, 6, 99],
    status_id: [0, 1, 2, 99],
    status: ['Success', 'Failure'],
    time: 'number',
    time_dt: 'string',
    'metadata.version': '1.8.0',
    'metadata.profiles': 'object',
    'metadata.product.name': 'string',
    'metadata.product.vendor_name': 'string',
    'metadata.product.version': 'string',
    'metadata.uid': 'string',
    'device.hostname': 'string',
    'device.type_id': [0],
    'dst_endpoint.hostname': 'string',
    'dst_endpoint.ip': 'string',
    'dst_endpoint.port': 'number',
    'src_endpoint.hostname': 'string',
    'src_endpoint.ip': 'string',
    'src_endpoint.port': 'number',
    'user.name': 'string',
    'user.domain': 'string',
    'user.uid': 'string',
    'session.uid': 'string',
    logon_type_id: [2, 3, 10, 99],
    logon_type: ['Interactive', 'Network', 'Remote Interactive', 'Local'],
    is_remote: 'boolean',
    'unmapped.linkedLoginId': 'string',
  };
  const REQUIRED = [
    'category_uid',
    'class_uid',
    'activity_id',
    'type_uid',
    'severity_id',
    'time',
    'metadata.version',
    'metadata.product.name',
    'device.type_id',
    'dst_endpoint.hostname',
  ];

  test('every event has the required attributes, and only those of the schema', () => {
    fc.assert(
      fc.property(row, (event) => {
        const formatted = format(event);
        const names = listNames(formatted);
        expect(REQUIRED.filter((name) => !names.includes(name))).toEqual([]);
        expect(names.some((name) => name === 'user.name' || name === 'user.uid')).toBe(true);
        expect(formatted.type_uid).toBe(formatted.class_uid * 100 + formatted.activity_id);
        for (const name of names) {
          const value = name.split('.').reduce((object, part) => object[part], formatted);
          const allowed = TYPES[name];
          const isType = ['string', 'number', 'boolean', 'object'].includes(String(allowed));
          expect(isType ? typeof value : [name, value]).toEqual(
            isType
              ? allowed
              : [name, Array.isArray(allowed) ? (allowed.includes(value) ? value : allowed) : allowed],
          );
        }
      }),
      samples(300),
    );
  });
});

describe('ecs', () => {
  const format = (event: Readonly<Record<string, unknown>>): any =>
    parseLines(ECS.events.formatRow(event))[0];

  test('a login has all its fields', () => {
    expect(format(LOGIN)).toEqual({
      '@timestamp': '2026-11-16T09:00:01.000001Z',
      ecs: { version: '9.0.0' },
      event: {
        kind: 'event',
        module: 'sessionscope',
        dataset: 'sessionscope.events',
        action: 'logged-in',
        category: ['authentication', 'session'],
        type: ['start'],
        outcome: 'success',
        id: 'windows/security/12',
      },
      host: { hostname: 'WS5', name: 'WS5' },
      related: { hosts: ['WS5'], user: ['ana'], ip: ['203.0.113.7', '10.0.0.5'] },
      user: { name: 'ana', domain: 'CORP', id: 'S-1-5-21-7' },
      source: { ip: '203.0.113.7', port: 50438, domain: 'KALI' },
      destination: { ip: '10.0.0.5', port: 3389 },
      sessionscope: { action: 'LOGIN', loginId: '0xa1', linkedLoginId: '0xa2', loginType: 'RDP' },
    });
  });

  test.each([
    [{ loginSuccessful: false }, 'logon-failed', ['authentication'], ['start'], 'failure'],
    [
      { action: 'LOGOUT', loginSuccessful: null },
      'logged-out',
      ['authentication', 'session'],
      ['end'],
      'success',
    ],
    [{ action: 'RECONNECT', loginSuccessful: null }, 'session-reconnected', ['session'], ['info'], 'success'],
    [{ action: 'LOCK', loginSuccessful: null }, 'workstation-locked', ['session'], ['info'], 'success'],
    [{ action: 'UNLOCK', loginSuccessful: null }, 'workstation-unlocked', ['session'], ['info'], 'success'],
  ])('%j', (fields, action, category, type, outcome) => {
    expect(format({ ...LOGIN, ...fields }).event).toMatchObject({ action, category, type, outcome });
  });

  /** Names and allowed values of https://github.com/elastic/ecs/blob/main/generated/ecs/ecs_flat.yml; sessionscope is a set of fields of its own. */
  const FIELDS: Readonly<Record<string, string>> = {
    '@timestamp': 'string',
    'ecs.version': 'string',
    'event.kind': 'string',
    'event.module': 'string',
    'event.dataset': 'string',
    'event.action': 'string',
    'event.category': 'array',
    'event.type': 'array',
    'event.outcome': 'string',
    'event.id': 'string',
    'host.hostname': 'string',
    'host.name': 'string',
    'related.hosts': 'array',
    'related.user': 'array',
    'related.ip': 'array',
    'user.name': 'string',
    'user.domain': 'string',
    'user.id': 'string',
    'source.ip': 'string',
    'source.port': 'number',
    'source.domain': 'string',
    'destination.ip': 'string',
    'destination.port': 'number',
  };
  /** The types that the schema expects for each category. */
  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    authentication: ['end', 'info', 'start'],
    session: ['end', 'info', 'start'],
  };

  test('every event has only fields and values of the schema', () => {
    fc.assert(
      fc.property(row, (event) => {
        const formatted = format(event);
        for (const name of listNames(formatted).filter((one) => !one.startsWith('sessionscope.'))) {
          const value = name.split('.').reduce((object, part) => object[part], formatted);
          expect([name, Array.isArray(value) ? 'array' : typeof value]).toEqual([name, FIELDS[name]]);
        }
        const { kind, category, type, outcome } = formatted.event;
        expect(kind).toBe('event');
        expect(['success', 'failure']).toContain(outcome);
        for (const one of category) for (const each of type) expect(EXPECTED[one]).toContain(each);
      }),
      samples(300),
    );
  });
});
