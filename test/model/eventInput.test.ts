import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ACTIONS } from '../../src/model/action.ts';
import type { Action } from '../../src/model/action.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import type { EventInput } from '../../src/model/eventInput.ts';
import type { InputError, InputRules } from '../../src/model/readField.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';

const RULES: InputRules = {
  timeBounds: { earliest: '2000-01-01T00:00:00.000000Z', latest: '2026-11-24T00:00:00.000000Z' },
  hostnames: 'SHORT',
};
const TIME = '2026-11-22T10:23:30.336123Z';

/** The example row of https://car.mitre.org/data_model/user_session; CAR does not specify a time. */
const CAR_EXAMPLE: EventInput = {
  time: TIME,
  hostname: 'HOST1',
  user: 'HOST1\\LOCALUSER',
  uid: 'S-1-5-18',
  loginId: 1008115,
  loginType: 'RDP',
  loginSuccessful: false,
  srcIp: '10.0.0.54',
  srcPort: 50_438,
  destIp: '192.168.1.5',
  destPort: 1900,
};

const eventOf = (action: Action, input: EventInput, rules = RULES): NewEvent => {
  const parsed = parseEventInput(action, input, rules);
  if (parsed.kind === 'ERRORS') throw new Error(JSON.stringify(parsed.errors));
  return parsed.event;
};

const errorsOf = (action: Action, input: EventInput): readonly InputError[] => {
  const parsed = parseEventInput(action, input, RULES);
  if (parsed.kind === 'EVENT')
    throw new Error(`Expected errors, got an event: ${JSON.stringify(parsed.event)}`);
  return parsed.errors;
};

test('parses CAR’s own example row', () => {
  expect(eventOf('LOGIN', CAR_EXAMPLE)).toEqual({
    action: 'LOGIN',
    uuid: expect.stringMatching(/^00000000-0000-80/),
    time: TIME,
    hostname: 'HOST1',
    user: 'HOST1\\LOCALUSER',
    userDomain: 'HOST1',
    userName: 'localuser',
    uid: 'S-1-5-18',
    loginId: '0xf61f3',
    sourceId: null,
    loginType: 'RDP',
    loginSuccessful: false,
    linkedLoginId: null,
    srcIp: '10.0.0.54',
    srcPort: 50_438,
    destIp: '192.168.1.5',
    destPort: 1900,
    srcHostname: null,
  });
});

describe('an event has the fields of its action and no others', () => {
  const key = ['action', 'uuid', 'time', 'hostname'];
  const everywhere = [...key, 'user', 'userDomain', 'userName', 'uid', 'loginId', 'sourceId'];
  const remote = [...everywhere, 'loginType', 'srcIp', 'srcPort', 'destIp', 'destPort'];

  test.each<[Action, readonly string[]]>([
    ['LOGIN', [...remote, 'srcHostname', 'loginSuccessful', 'linkedLoginId']],
    ['LOGOUT', remote],
    ['RECONNECT', [...remote, 'srcHostname']],
    ['LOCK', everywhere],
    ['UNLOCK', everywhere],
  ])('%s', (action, fields) => {
    const event = eventOf(action, CAR_EXAMPLE);
    expect(event.action).toBe(action);
    expect(Object.keys(event).toSorted()).toEqual(fields.toSorted());
  });
});

describe('a field without a value is null', () => {
  const nothing = { uid: null, user: null, userDomain: null, userName: null, loginId: null, sourceId: null };
  const noAddress = { loginType: null, srcIp: null, srcPort: null, destIp: null, destPort: null };

  test.each([
    ['absent', {}],
    [
      'null',
      { user: null, uid: null, loginId: null, sourceId: null, loginType: null, srcIp: null, srcPort: null },
    ],
    ['undefined', { user: undefined, uid: undefined, destIp: undefined, destPort: undefined }],
  ])('%s', (_, fields) => {
    const event = eventOf('LOGOUT', { time: TIME, hostname: 'HOST1', ...fields });
    expect(event).toMatchObject({ ...nothing, ...noAddress });
  });
});

describe('the name that the client claimed', () => {
  const bare = { time: TIME, hostname: 'HOST1', loginSuccessful: true };

  test.each([
    ['ws5', 'WS5'],
    [' ws5.corp.example ', 'WS5'],
    ['robertos-mbp', 'ROBERTOS-MBP'],
    ['::ffff:10.0.0.9', '10.0.0.9'],
    ['-', null],
    ['', null],
    [' - ', null],
    ['10.0.0.256', null],
    ['.', null],
    ['a\u0000b', null],
    ['line\nbreak', null],
    ['\ud800', null],
    ['x'.repeat(256), null],
    [5, null],
    [null, null],
    [undefined, null],
  ])('%j becomes %j and never an error', (srcHostname, expected) => {
    for (const action of ['LOGIN', 'RECONNECT'] as const) {
      expect(eventOf(action, { ...bare, srcHostname })).toMatchObject({ srcHostname: expected });
    }
  });

  test('keeps its domain where host names do', () => {
    const rules: InputRules = { ...RULES, hostnames: 'FULL' };
    const event = eventOf('LOGIN', { ...bare, srcHostname: 'ws5.corp.example.' }, rules);
    expect(event).toMatchObject({ srcHostname: 'WS5.CORP.EXAMPLE' });
  });

  test('does not change the id of an event without a sourceId', () => {
    expect(eventOf('LOGIN', { ...bare, srcHostname: 'WS5' }).uuid).toBe(eventOf('LOGIN', bare).uuid);
  });
});

describe('addresses apply to REMOTE and RDP', () => {
  const bare = { time: TIME, hostname: 'HOST1', loginSuccessful: true };
  const addresses = { srcIp: '10.0.0.54', srcPort: 0, destIp: 'fe80::1', destPort: 3389 };

  describe.each(['LOGIN', 'LOGOUT', 'RECONNECT'] as const)('of a %s', (action) => {
    test.each(['REMOTE', 'RDP', null] as const)('with loginType %s', (loginType) => {
      expect(eventOf(action, { ...bare, ...addresses, loginType })).toMatchObject(addresses);
    });

    test.each(['INTERACTIVE', 'LOCAL'] as const)(
      'are refused with loginType %s, each by its own error',
      (loginType) => {
        const errors = errorsOf(action, { ...bare, ...addresses, loginType });
        expect(errors.map(({ field, code }) => [field, code])).toEqual(
          Object.keys(addresses).map((field) => [field, 'FIELD_NOT_APPLICABLE']),
        );
        for (const { message } of errors) expect(message).toContain(`loginType is ${loginType}`);
      },
    );

    test.each(['INTERACTIVE', 'LOCAL'] as const)('can be absent with loginType %s', (loginType) => {
      expect(eventOf(action, { ...bare, loginType, srcIp: null })).toMatchObject({ loginType, srcIp: null });
    });
  });
});

describe('a bad value rejects the event, and the error has field and code', () => {
  test.each<[string, unknown, string]>([
    ['time', '2026-11-22T10:23:30', 'INVALID_TIME'],
    ['time', '2026-11-22T10:23:60Z', 'INVALID_TIME'],
    ['time', null, 'INVALID_TIME'],
    ['time', '1601-01-01T00:00:00Z', 'TIME_OUT_OF_RANGE'],
    ['time', '2300-01-01T00:00:00Z', 'TIME_OUT_OF_RANGE'],
    ['time', '2026-11-24T00:00:00.000001Z', 'TIME_OUT_OF_RANGE'],
    ['hostname', '   ', 'INVALID_HOSTNAME'],
    ['hostname', 'x'.repeat(256), 'INVALID_HOSTNAME'],
    ['hostname', '10.0.0.256', 'INVALID_HOSTNAME'],
    ['hostname', undefined, 'INVALID_HOSTNAME'],
    ['user', 'ana\0', 'INVALID_USER'],
    ['user', '', 'INVALID_USER'],
    ['uid', '\uD800', 'INVALID_UID'],
    ['loginId', 'xyz', 'INVALID_LOGIN_ID'],
    ['loginId', 'f61f3', 'INVALID_LOGIN_ID'],
    ['loginId', '0x10000000000000000', 'INVALID_LOGIN_ID'],
    ['sourceId', 'x'.repeat(513), 'INVALID_SOURCE_ID'],
    ['srcIp', '10.0.0.54.1', 'INVALID_IP_ADDRESS'],
    ['srcIp', '010.1.1.1', 'INVALID_IP_ADDRESS'],
    ['srcPort', 65_536, 'INVALID_PORT'],
    ['destIp', 'localhost', 'INVALID_IP_ADDRESS'],
    ['destPort', -1, 'INVALID_PORT'],
  ])('%s %j: %s', (field, value, code) => {
    expect(errorsOf('LOGIN', { ...CAR_EXAMPLE, [field]: value })).toEqual([
      { field, code, message: expect.stringMatching(`^${field} `) },
    ]);
  });

  test('all errors are reported together, in the order of the fields', () => {
    const who = { user: '', uid: '', loginId: '', sourceId: '' };
    const where = {
      srcIp: '',
      srcPort: -1,
      destIp: '10.0.0.1',
      destPort: 70_000,
      loginType: 'LOCAL',
    } as const;
    const errors = errorsOf('LOGIN', { time: 'now', hostname: '', ...who, ...where });
    expect(errors.map(({ field }) => field).join(' ')).toBe(
      'time hostname user uid loginId sourceId srcIp srcPort destPort destIp',
    );
  });

  test('the message does not repeat the value', () => {
    const marked = fc.string({ unit: 'binary' }).map((text) => `Hunter2\0${text}`);
    fc.assert(
      fc.property(marked, (value) => {
        const all = {
          time: value,
          hostname: value,
          user: value,
          uid: value,
          loginId: value,
          sourceId: value,
        };
        const errors = errorsOf('LOGIN', {
          ...all,
          srcIp: value,
          srcPort: value,
          destIp: value,
          destPort: value,
        });
        expect(errors).toHaveLength(10);
        expect(JSON.stringify(errors)).not.toContain('Hunter2');
      }),
    );
  });
});

test('hostnames are parsed in the style of the database', () => {
  const input = { ...CAR_EXAMPLE, hostname: 'web01.prod' };
  expect(eventOf('LOGIN', input).hostname).toBe('WEB01');
  expect(eventOf('LOGIN', input, { ...RULES, hostnames: 'FULL' }).hostname).toBe('WEB01.PROD');
});

describe('a parsed event', () => {
  const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const login = fc.record({
    time: fc.constantFrom(
      '2026-11-22T10:23:30+05:45',
      '2020-02-29T23:59:59.1Z',
      '2001-01-01T00:00:00.0000009Z',
    ),
    hostname: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()),
    user: optional(fc.oneof(fc.emailAddress(), fc.constantFrom('CORP\\Ana', '.\\x', 'WS5$'))),
    uid: optional(fc.constantFrom('s-1-5-18', '1000')),
    loginId: optional(fc.oneof(fc.maxSafeNat(), fc.constantFrom('0x00000000000F61F3', '1008115'))),
    sourceId: optional(fc.webPath().map((path) => `log${path}`)),
    loginType: optional(fc.constantFrom('RDP' as const, 'REMOTE' as const)),
    loginSuccessful: fc.boolean(),
    srcIp: optional(fc.oneof(fc.ipV4(), fc.ipV6())),
    srcPort: optional(fc.nat({ max: 65_535 })),
    destIp: optional(fc.ipV4().map((address) => `::ffff:${address}`)),
    destPort: optional(fc.constantFrom(0, 3389)),
  });

  test('stays the same when it is parsed again, including its uuid', () => {
    fc.assert(
      fc.property(login, fc.constantFrom(...ACTIONS), (input, action) => {
        const event = eventOf(action, input);
        expect(eventOf(action, event)).toEqual(event);
      }),
    );
  });
});
