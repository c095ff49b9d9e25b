import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseEventFilter } from '../../../src/model/filter/parseFilter.ts';
import type { FilterInput } from '../../../src/model/filter/parseFilter.ts';
import { parseUid } from '../../../src/model/values/uid.ts';
import { parseUser } from '../../../src/model/values/user.ts';
import { refusalOf } from '../refusalOf.ts';

const parse = (filter: FilterInput) => parseEventFilter(filter, 'SHORT');

const among = (field: string, ...values: readonly unknown[]) => ({ kind: 'in', field, values });
const not = (of: object) => ({ kind: 'not', of });

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', '169.254.0.0/16', 'fe80::/10'];

describe('a condition on', () => {
  test.each<[string, FilterInput, object]>([
    ['an action', { action: { eq: 'LOGIN' } }, among('action', 'LOGIN')],
    ['actions', { action: { in: ['LOCK', 'UNLOCK'] } }, among('action', 'LOCK', 'UNLOCK')],
    ['a host in any case', { hostname: { eq: 'host1.example.com' } }, among('hostname', 'HOST1')],
    ['a host by address', { hostname: { eq: 'FE80::1%eth0' } }, among('hostname', 'fe80::1')],
    ['hosts, one of them twice', { hostname: { in: ['b', 'A', 'a.x'] } }, among('hostname', 'B', 'A')],
    ['no host', { hostname: { isNull: true } }, { kind: 'isNull', field: 'hostname' }],
    [
      'the start of a host, including spaces',
      { hostname: { startsWith: 'web-é ' } },
      { kind: 'startsWith', field: 'hostname', text: 'WEB-é ' },
    ],
    [
      'a part of a host',
      { hostname: { contains: '10.' } },
      { kind: 'contains', field: 'hostname', text: '10.' },
    ],
    [
      'a user of any domain',
      { user: { eq: 'ANA' } },
      { kind: 'userIn', users: [{ userDomain: null, userName: 'ana' }] },
    ],
    [
      'users of a domain',
      { user: { in: ['corp.local\\Ana', 'Bob@corp.local'] } },
      {
        kind: 'userIn',
        users: [
          { userDomain: 'CORP', userName: 'ana' },
          { userDomain: 'CORP', userName: 'bob' },
        ],
      },
    ],
    [
      'the start of a user',
      { user: { startsWith: 'AN' } },
      { kind: 'userStartsWith', user: { userDomain: null, userName: 'an' } },
    ],
    [
      'the start of a user of a domain',
      { user: { startsWith: 'corp.local\\AN' } },
      { kind: 'userStartsWith', user: { userDomain: 'CORP', userName: 'an' } },
    ],
    [
      'a part of a user of a domain',
      { user: { contains: 'corp\\$' } },
      { kind: 'userContains', user: { userDomain: 'CORP', userName: '$' } },
    ],
    ['no user', { user: { isNull: true } }, { kind: 'isNull', field: 'user' }],
    ['a domain', { userDomain: { eq: 'corp.local' } }, among('userDomain', 'CORP')],
    [
      'a part of a domain',
      { userDomain: { contains: 'or' } },
      { kind: 'contains', field: 'userDomain', text: 'OR' },
    ],
    [
      'the start of a domain whose upper case is not NFC',
      { userDomain: { startsWith: '\u0390' } },
      { kind: 'startsWith', field: 'userDomain', text: '\u03AA\u0301' },
    ],
    [
      'a part of the greatest length',
      { sourceId: { contains: 'x'.repeat(512) } },
      { kind: 'contains', field: 'sourceId', text: 'x'.repeat(512) },
    ],
    ['a SID', { uid: { eq: 's-1-5-18' } }, among('uid', 'S-1-5-18')],
    [
      'the start of SIDs',
      { uid: { startsWith: 's-1-5-21-' } },
      { kind: 'startsWith', field: 'uid', text: 'S-1-5-21-' },
    ],
    ['any other uid as it is', { uid: { in: ['1000', 'aB'] } }, among('uid', '1000', 'aB')],
    ['a login id', { loginId: { eq: 1008115 } }, among('loginId', '0xf61f3')],
    ['one login id, spelt twice', { loginId: { in: [1008115, '0x000F61F3'] } }, among('loginId', '0xf61f3')],
    ['any login id', { loginId: { isNull: false } }, not({ kind: 'isNull', field: 'loginId' })],
    ['a login type', { loginType: { in: ['RDP'] } }, among('loginType', 'RDP')],
    ['success', { loginSuccessful: { eq: true } }, among('loginSuccessful', true)],
    ['failure', { loginSuccessful: { eq: false } }, among('loginSuccessful', false)],
    ['an address', { srcIp: { eq: '::ffff:10.0.0.54' } }, among('srcIp', '10.0.0.54')],
    ['addresses', { destIp: { in: ['10.0.0.1', 'FE80::1'] } }, among('destIp', '10.0.0.1', 'fe80::1')],
    [
      'networks',
      { srcIp: { inCidr: ['10.0.0.0/8', '::1'] } },
      { kind: 'inCidr', field: 'srcIp', networks: ['10.0.0.0/8', '::1/128'] },
    ],
    [
      'addresses outside a network',
      { destIp: { notInCidr: ['10.0.0.0/8'] } },
      { kind: 'outsideCidr', field: 'destIp', networks: ['10.0.0.0/8'] },
    ],
    [
      'private addresses',
      { srcIp: { isPrivate: true } },
      { kind: 'inCidr', field: 'srcIp', networks: PRIVATE },
    ],
    [
      'public addresses',
      { srcIp: { isPrivate: false } },
      { kind: 'outsideCidr', field: 'srcIp', networks: PRIVATE },
    ],
    [
      'loopback',
      { destIp: { isLoopback: true } },
      { kind: 'inCidr', field: 'destIp', networks: ['127.0.0.0/8', '::1/128'] },
    ],
    ['ports', { srcPort: { in: [0, 65_535] } }, among('srcPort', 0, 65_535)],
    ['a port', { destPort: { eq: 3389 } }, among('destPort', 3389)],
    [
      'a name of a client, in any case',
      { srcHostname: { eq: 'ws5.corp.example' } },
      among('srcHostname', 'WS5'),
    ],
    ['a source id, exactly', { sourceId: { eq: 'Log/1' } }, among('sourceId', 'Log/1')],
    [
      'the start of a source id',
      { sourceId: { startsWith: 'Log/' } },
      { kind: 'startsWith', field: 'sourceId', text: 'Log/' },
    ],
    [
      'the first time',
      { time: { from: '2026-11-22T10:00:00+01:00' } },
      { kind: 'from', field: 'time', time: '2026-11-22T09:00:00.000000Z' },
    ],
    [
      'the time after the last',
      { ingestedAt: { until: '2026-11-22T10:00:00Z' } },
      { kind: 'until', field: 'ingestedAt', time: '2026-11-22T10:00:00.000000Z' },
    ],
    ['the last day', { time: { last: 'PT24H' } }, { kind: 'last', field: 'time', durationMs: 86_400_000 }],
  ])('%s', (_, filter, predicate) => {
    expect(parse(filter)).toEqual({ kind: 'and', of: [predicate] });
  });

  test('a host keeps its domain if the database keeps domains', () => {
    const filter = { hostname: { eq: 'web01.prod' } };
    expect(parseEventFilter(filter, 'FULL')).toEqual({ kind: 'and', of: [among('hostname', 'WEB01.PROD')] });
  });

  test('an unknown enum value is refused with a list of the values', () => {
    expect(refusalOf(() => parse({ action: { eq: 'LOGON' } }))).toMatchObject({
      code: 'BAD_FILTER',
      field: 'filter.action.eq',
      message: 'filter.action.eq: must be one of LOGIN, LOGOUT, RECONNECT, LOCK, UNLOCK.',
    });
  });
});

describe('a condition finds the stored value', () => {
  /** Letters whose upper or lower case is not NFC, is longer, or is different at the end of a word. */
  const letters = fc.string({
    unit: fc.constantFrom(...'a Z 9 - ΐ ΰ ǰ ß Σ σ ς İ ı K \u0301 é'.split(' ')),
    minLength: 1,
    maxLength: 8,
  });

  test('by the user and the domain that were sent', () => {
    fc.assert(
      fc.property(letters, letters, (domain, name) => {
        const user = `${domain}\\${name}`;
        const { userDomain, userName } = parseUser(user);
        expect(parse({ user: { eq: user } })).toEqual({
          kind: 'and',
          of: [{ kind: 'userIn', users: [{ userDomain, userName }] }],
        });
        expect(parse({ userDomain: { eq: domain } })).toEqual({
          kind: 'and',
          of: [among('userDomain', userDomain)],
        });
      }),
    );
  });

  test.each(['s-1-5-18', 'S-1-5-18', 's-1', 's-ana', 'ana', 'S-'])('by the start of the uid %s', (uid) => {
    const { of } = parse({ uid: { startsWith: uid } }) as { of: readonly { text: string }[] };
    expect(parseUid(uid).startsWith(of[0]?.text ?? 'none')).toBe(true);
  });
});
