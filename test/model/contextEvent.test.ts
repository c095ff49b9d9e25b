import { describe, expect, test } from '@jest/globals';

import { CONTEXT_KINDS, parseContextEventInput } from '../../src/model/contextEvent.ts';
import type { ContextInput, ContextKind, NewContextEvent } from '../../src/model/contextEvent.ts';
import type { InputRules } from '../../src/model/readField.ts';

const RULES: InputRules = {
  timeBounds: { earliest: '2000-01-01T00:00:00.000000Z', latest: '2026-11-24T00:00:00.000000Z' },
  hostnames: 'SHORT',
};
const TIME = '2026-11-22T10:23:30.336123Z';
const INPUT: ContextInput = { time: TIME, hostname: 'host1.corp.example' };
const OF_A_USER: ContextInput = {
  ...INPUT,
  user: 'corp.example\\Ana',
  loginId: 1008115,
  srcIp: '::ffff:10.0.0.54',
};

const eventOf = (kind: ContextKind, input: ContextInput): NewContextEvent => {
  const parsed = parseContextEventInput(kind, input, RULES);
  if (parsed.kind === 'ERRORS') throw new Error(JSON.stringify(parsed.errors));
  return parsed.event;
};

const uuidOf = (kind: ContextKind, input: ContextInput): string => eventOf(kind, input).uuid;

describe('a parsed context event', () => {
  test.each(CONTEXT_KINDS.filter((kind) => kind !== 'DISCONNECT'))(
    '%s has a host and a time only',
    (kind) => {
      const event = { kind, time: TIME, hostname: 'HOST1', sourceId: null };
      expect(eventOf(kind, OF_A_USER)).toEqual({ ...event, uuid: expect.any(String) });
    },
  );

  test('DISCONNECT has the canonical values of its user, login id and address', () => {
    expect(eventOf('DISCONNECT', { ...OF_A_USER, sourceId: ' windows/security/7 ' })).toEqual({
      kind: 'DISCONNECT',
      uuid: expect.stringMatching(/^00000000-0007-86/),
      time: TIME,
      hostname: 'HOST1',
      user: 'corp.example\\Ana',
      userDomain: 'CORP',
      userName: 'ana',
      loginId: '0xf61f3',
      srcIp: '10.0.0.54',
      sourceId: 'windows/security/7',
    });
  });

  test('has null for what is not known', () => {
    expect(eventOf('DISCONNECT', { ...INPUT, user: null, loginId: undefined })).toMatchObject({
      user: null,
      userDomain: null,
      userName: null,
      loginId: null,
      srcIp: null,
    });
  });

  test('all errors are reported together, and only those of fields that apply', () => {
    const wrong = {
      time: '2027-01-01T00:00:00Z',
      hostname: '',
      sourceId: '',
      loginId: 'x',
      srcIp: 'x',
      user: ' ',
    };
    const fieldsOf = (kind: ContextKind): readonly (string | null)[] => {
      const parsed = parseContextEventInput(kind, wrong, RULES);
      return parsed.kind === 'ERRORS' ? parsed.errors.map(({ field }) => field) : [];
    };
    expect(fieldsOf('HOST_STOP')).toEqual(['time', 'hostname', 'sourceId']);
    expect(fieldsOf('DISCONNECT')).toEqual(['time', 'hostname', 'sourceId', 'user', 'loginId', 'srcIp']);
  });
});

describe('the uuid of a context event', () => {
  // From another implementation of SHA-256 and the layout. Those of host starts are stored since the first version: after a change, resent
  // ones would be stored again.
  test.each<[ContextKind, ContextInput, string]>([
    ['HOST_START', { ...INPUT, sourceId: 'windows/system/12' }, '00000000-000c-80d1-959f-a2822280a51d'],
    ['HOST_STOP', { ...INPUT, sourceId: 'windows/system/12' }, '00000000-000c-8019-98cd-5b3c21f7028c'],
    ['HOST_SEEN', { ...INPUT, sourceId: 'windows/system/12' }, '00000000-000c-80c6-8025-de22ce032c48'],
    ['DISCONNECT', { ...OF_A_USER, sourceId: 'windows/system/12' }, '00000000-000c-8601-b2b3-3d3e6b343f44'],
    ['HOST_START', INPUT, '00000000-0000-80d6-b2a5-e84e6ca1d04d'],
    ['HOST_STOP', INPUT, '00000000-0000-802f-bb40-1272e78acdc1'],
    ['HOST_SEEN', INPUT, '00000000-0000-8007-b5a0-b3875ddd3270'],
    ['DISCONNECT', OF_A_USER, '00000000-0000-86b2-a779-9388f03a5208'],
    ['DISCONNECT', INPUT, '00000000-0000-86b6-b9d6-d9a284a10f9b'],
  ])('never changes (%s, %j)', (kind, input, uuid) => {
    expect(uuidOf(kind, input)).toBe(uuid);
  });

  test('is that of the record if there is a sourceId', () => {
    const sourceId = 'windows/security/4779';
    const uuid = uuidOf('DISCONNECT', { ...INPUT, sourceId });
    expect(uuidOf('DISCONNECT', { ...OF_A_USER, sourceId })).toBe(uuid);
    expect(uuidOf('DISCONNECT', { ...OF_A_USER, sourceId: 'windows/security/4780' })).not.toBe(uuid);
  });

  test.each([
    { user: 'CORP\\bo' },
    { user: 'OTHER\\ana' },
    { user: null },
    { loginId: 1 },
    { loginId: null },
    { srcIp: '10.0.0.55' },
    { srcIp: null },
    { hostname: 'HOST2' },
    { time: '2026-11-22T10:23:30.336124Z' },
  ])('without a sourceId is different with %j', (fields) => {
    expect(uuidOf('DISCONNECT', { ...OF_A_USER, ...fields })).not.toBe(uuidOf('DISCONNECT', OF_A_USER));
  });

  test('without a sourceId is the same for all spellings of a user', () => {
    expect(uuidOf('DISCONNECT', { ...OF_A_USER, user: 'ANA@corp.example' })).toBe(
      uuidOf('DISCONNECT', OF_A_USER),
    );
  });
});
