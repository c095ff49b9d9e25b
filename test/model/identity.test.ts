import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeEventUuid } from '../../src/model/identity.ts';
import type { UnidentifiedEvent } from '../../src/model/identity.ts';

const LOCK = {
  action: 'LOCK',
  time: '2026-11-22T10:23:30.336123Z',
  hostname: 'HOST1',
  user: 'CORP\\ana',
  userDomain: 'CORP',
  userName: 'ana',
  uid: null,
  loginId: '0xf61f3',
  sourceId: null,
} as const satisfies UnidentifiedEvent;
const LOGOUT = {
  ...LOCK,
  action: 'LOGOUT',
  loginType: 'RDP',
  srcIp: '10.0.0.54',
  srcPort: 50_438,
  destIp: null,
  destPort: null,
} as const satisfies UnidentifiedEvent;
const LOGIN = {
  ...LOGOUT,
  action: 'LOGIN',
  loginSuccessful: true,
  linkedLoginId: null,
  srcHostname: null,
} as const satisfies UnidentifiedEvent;

/** The events in the order in which they happen in a session. */
const LIFE: readonly UnidentifiedEvent[] = [
  { ...LOGIN, loginSuccessful: false },
  LOGIN,
  LOCK,
  { ...LOGOUT, action: 'RECONNECT', srcHostname: null },
  { ...LOCK, action: 'UNLOCK' },
  LOGOUT,
];

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 });
const anyEvent = fc
  .record({ of: fc.constantFrom(...LIFE), hostname: text, uid: fc.option(text), sourceId: fc.option(text) })
  .map(({ of, ...fields }): UnidentifiedEvent => ({ ...of, ...fields }));

describe('the bits of an event’s uuid', () => {
  test('are those of RFC 9562 version 8, variant 10', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(makeEventUuid(event)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  test('do not depend on the name that the client claimed', () => {
    const named = { ...LOGIN, srcHostname: 'WS5' };
    expect(makeEventUuid(named)).toBe(makeEventUuid(LOGIN));
  });

  // From another implementation of SHA-256 and the layout. Stored ids have these values: after a change, resent events would be stored again.
  test.each([
    [{ ...LOGIN, sourceId: 'windows/security/48812' }, '00000000-beac-81b6-864c-ef975576b035'],
    [{ ...LOCK, user: 'ana@corp.example' }, '00000000-0000-822e-b483-9b1e334932e2'],
  ])('never change (%#)', (event, uuid) => {
    expect(makeEventUuid(event)).toBe(uuid);
  });

  test.each([
    ['windows/security/48812', '00000000-beac'],
    ['48812', '00000000-beac'],
    ['windows/security/00048812', '00000000-beac'],
    ['a/1/b/2', '00000000-0002'],
    ['windows/security/281474976710655', 'ffffffff-ffff'],
    ['windows/security/0', '00000000-0000'],
    ['journald:s=4f3a;i=1f', '00000000-0000'],
    ['48812/', '00000000-0000'],
    ['windows/٤٨', '00000000-0000'],
    [null, '00000000-0000'],
  ])('begin with the record number of %j', (sourceId, bits) => {
    expect(makeEventUuid({ ...LOGIN, sourceId }).slice(0, 13)).toBe(bits);
  });

  test('contain the position in the life of a session', () => {
    expect(LIFE.map((event) => makeEventUuid(event).charAt(15))).toEqual(['0', '1', '2', '3', '4', '5']);
  });
});

describe('events with the same time sort', () => {
  test('in the order in which they happen, without a record number', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 6, maxLength: 6 }), (hostnames) => {
        const uuids = LIFE.map((event, n) => makeEventUuid({ ...event, hostname: hostnames[n] ?? '' }));
        expect(uuids.toSorted()).toEqual(uuids);
      }),
    );
  });

  test('by record number first', () => {
    const number = fc.nat({ max: 2 ** 48 - 1 });
    const action = fc.constantFrom(...LIFE);
    fc.assert(
      fc.property(number, number, action, action, (one, other, first, second) => {
        fc.pre(one !== other);
        const a = makeEventUuid({ ...first, sourceId: `log/${one}` });
        const b = makeEventUuid({ ...second, sourceId: `log/${other}` });
        expect(a < b).toBe(one < other);
      }),
    );
  });
});

describe('the identity of an event', () => {
  test('does not depend on the order of its fields', () => {
    const shuffled = anyEvent.chain((event) => {
      const entries = Object.entries(event);
      return fc.tuple(
        fc.constant(event),
        fc.shuffledSubarray(entries, { minLength: entries.length }).map(Object.fromEntries),
      );
    });
    fc.assert(
      fc.property(shuffled, ([event, again]) => {
        expect(makeEventUuid(again)).toBe(makeEventUuid(event));
      }),
    );
  });

  describe('with a sourceId', () => {
    const event: UnidentifiedEvent = { ...LOGIN, sourceId: 'windows/security/7' };
    const uuid = makeEventUuid(event);

    test.each([
      { user: null, userDomain: null, userName: null },
      { uid: 'S-1-5-18' },
      { loginId: null },
      { loginType: 'REMOTE' as const },
      { srcIp: null, srcPort: null },
      { destPort: 3389 },
    ])('is that of the record, regardless of %j', (fields) => {
      expect(makeEventUuid({ ...event, ...fields })).toBe(uuid);
    });

    test.each([
      { hostname: 'HOST2' },
      { time: '2026-11-22T10:23:30.336124Z' },
      { action: 'LOGOUT' as const },
      { sourceId: 'windows/system/7' },
      { sourceId: null },
    ])('is different with %j', (fields) => {
      expect(makeEventUuid({ ...event, ...fields })).not.toBe(uuid);
    });
  });

  describe('without a sourceId', () => {
    const uuid = makeEventUuid(LOGIN);

    test.each([
      { time: '2026-11-22T10:23:30.336124Z' },
      { hostname: 'HOST2' },
      { userDomain: null },
      { userName: 'bob' },
      { uid: 'S-1-5-18' },
      { loginId: null },
      { loginType: null },
      { loginSuccessful: false },
      { srcIp: '10.0.0.55' },
      { srcPort: 50_439 },
      { destIp: '10.0.0.54' },
      { destPort: 0 },
    ])('is different with %j', (fields) => {
      expect(makeEventUuid({ ...LOGIN, ...fields })).not.toBe(uuid);
    });

    test('is the same for all spellings of a user', () => {
      expect(makeEventUuid({ ...LOGIN, user: 'ana@corp.example' })).toBe(uuid);
    });

    test('does not change when a new field without a value is added', () => {
      expect(makeEventUuid({ ...LOGIN, linkedLoginId: null })).toBe(uuid);
    });

    test('is different for the same value in another field', () => {
      const source = makeEventUuid({ ...LOGIN, srcIp: '10.0.0.1', destIp: null });
      expect(makeEventUuid({ ...LOGIN, srcIp: null, destIp: '10.0.0.1' })).not.toBe(source);
    });
  });
});
