import { describe, expect, test } from '@jest/globals';

import { parseEventFilter } from '../../../src/model/filter/parseFilter.ts';
import type { FilterInput } from '../../../src/model/filter/parseFilter.ts';
import { refusalOf } from '../refusalOf.ts';

const parse = (filter: FilterInput | null | undefined) => parseEventFilter(filter, 'SHORT');

const ANA = { hostname: { eq: 'ana' } };
const IS_ANA = { kind: 'in', field: 'hostname', values: ['ANA'] };
const BOB = { hostname: { eq: 'bob' } };
const IS_BOB = { kind: 'in', field: 'hostname', values: ['BOB'] };

const all = (...of: readonly object[]) => ({ kind: 'and', of });

describe('a filter', () => {
  test.each<[string, FilterInput | null | undefined, object]>([
    ['null', null, all()],
    ['absent', undefined, all()],
    ['empty', {}, all()],
    ['of one condition', ANA, all(IS_ANA)],
    [
      'of two fields, both of which hold',
      { ...ANA, srcPort: { eq: 0 } },
      all(IS_ANA, { kind: 'in', field: 'srcPort', values: [0] }),
    ],
    [
      'of two operators of one field, both of which hold',
      { hostname: { startsWith: 'a', contains: 'n' } },
      all(
        { kind: 'startsWith', field: 'hostname', text: 'A' },
        { kind: 'contains', field: 'hostname', text: 'N' },
      ),
    ],
    ['and', { and: [ANA, BOB] }, all({ kind: 'and', of: [all(IS_ANA), all(IS_BOB)] })],
    ['or', { or: [ANA, BOB] }, all({ kind: 'or', of: [all(IS_ANA), all(IS_BOB)] })],
    ['not', { not: ANA }, all({ kind: 'not', of: all(IS_ANA) })],
    [
      'of all three and a condition',
      { ...ANA, or: [BOB], and: [{ not: BOB }] },
      all(
        IS_ANA,
        { kind: 'or', of: [all(IS_BOB)] },
        { kind: 'and', of: [all({ kind: 'not', of: all(IS_BOB) })] },
      ),
    ],
    ['without noise', { excludeNoise: true }, all({ kind: 'not', of: { kind: 'noise' } })],
    ['with noise', { excludeNoise: false }, all()],
  ])('%s', (_, filter, predicate) => {
    expect(parse(filter)).toEqual(predicate);
  });

  test.each<[string, FilterInput]>([
    ['a comparator that is null', { ...ANA, user: null }],
    ['a comparator that is undefined', { ...ANA, user: undefined }],
    ['an empty comparator', { ...ANA, user: {} }],
    ['an operand that is undefined', { ...ANA, user: { eq: undefined } }],
    ['and, or, not that are null', { ...ANA, and: null, or: null, not: null, excludeNoise: null }],
  ])('treats %s as absent', (_, filter) => {
    expect(parse(filter)).toEqual(all(IS_ANA));
  });
});

describe('a filter is refused', () => {
  test.each<[string, FilterInput, string, RegExp]>([
    ['null as an operand', { user: { eq: null } }, 'filter.user.eq', /isNull: true/],
    ['null as a bound', { time: { from: null } }, 'filter.time.from', /isNull: true/],
    ['null as a list', { srcIp: { in: null } }, 'filter.srcIp.in', /isNull: true/],
    ['an empty list', { user: { in: [] } }, 'filter.user.in', /empty list/],
    ['an empty list of networks', { srcIp: { inCidr: [] } }, 'filter.srcIp.inCidr', /empty list/],
    ['an empty or', { or: [] }, 'filter.or', /would match everything/],
    ['an empty and', { and: [] }, 'filter.and', /would match everything/],
    ['{} in or', { or: [ANA, {}] }, 'filter.or[1]', /would match everything/],
    ['{} in and', { and: [{}] }, 'filter.and[0]', /would match everything/],
    ['{} in not', { not: {} }, 'filter.not', /would match everything/],
    ['an empty comparator in or', { or: [{ user: {} }] }, 'filter.or[0]', /would match everything/],
    ['a null comparator in or', { or: [ANA, { user: null }] }, 'filter.or[1]', /would match everything/],
    ['{} deep within', { not: { or: [ANA, { and: [{}] }] } }, 'filter.not.or[1].and[0]', /would match/],
  ])('for %s', (_, filter, field, problem) => {
    const refusal = refusalOf(() => parse(filter));
    expect([refusal.code, refusal.field]).toEqual(['BAD_FILTER', field]);
    expect(refusal.message).toMatch(problem);
    expect(refusal.message).toContain(field);
  });

  test.each<[string, FilterInput, string, string]>([
    [
      'CIDR /33',
      { srcIp: { inCidr: ['10.0.0.0/8', '10.0.0.0/33'] } },
      'INVALID_CIDR',
      'filter.srcIp.inCidr[1]',
    ],
    [
      'a bad address',
      { or: [ANA, { destIp: { eq: '10.0.0.256' } }] },
      'INVALID_IP_ADDRESS',
      'filter.or[1].destIp.eq',
    ],
    ['a bad login id', { loginId: { in: [1, 'f61f3'] } }, 'INVALID_LOGIN_ID', 'filter.loginId.in[1]'],
    ['a bad port', { srcPort: { eq: 65_536 } }, 'INVALID_PORT', 'filter.srcPort.eq'],
    ['a bad hostname', { hostname: { eq: ' ' } }, 'INVALID_HOSTNAME', 'filter.hostname.eq'],
    ['a bad user', { not: { user: { in: ['CORP\\'] } } }, 'INVALID_USER', 'filter.not.user.in[0]'],
    ['a domain without a label', { userDomain: { eq: '.local' } }, 'INVALID_USER', 'filter.userDomain.eq'],
    ['a bad uid', { uid: { eq: '\0' } }, 'INVALID_UID', 'filter.uid.eq'],
    ['a bad source id', { sourceId: { eq: '' } }, 'INVALID_SOURCE_ID', 'filter.sourceId.eq'],
    ['a bad time', { time: { from: '2026-11-22' } }, 'INVALID_TIME', 'filter.time.from'],
    [
      'a time out of range',
      { ingestedAt: { until: '0999-01-01T00:00:00Z' } },
      'TIME_OUT_OF_RANGE',
      'filter.ingestedAt.until',
    ],
    ['a bad duration', { time: { last: 'P1M' } }, 'INVALID_DURATION', 'filter.time.last'],
    ['null in a list', { user: { in: ['ana', null] } }, 'INVALID_USER', 'filter.user.in[1]'],
  ])('for %s, with the code of the value parser', (_, filter, code, field) => {
    const refusal = refusalOf(() => parse(filter));
    expect([refusal.code, refusal.field, refusal.message]).toEqual([
      code,
      field,
      expect.stringContaining(`${field}: `),
    ]);
  });

  test.each([
    ['nothing', ''],
    ['513 characters', 'x'.repeat(513)],
    ['NUL', 'a\0'],
    ['a lone surrogate', '\uD800'],
    ['a number', 5],
  ])('for a part of a text: %s', (_, part) => {
    for (const [field, operator] of [
      ['hostname', 'startsWith'],
      ['sourceId', 'contains'],
      ['user', 'contains'],
    ] as const) {
      const refusal = refusalOf(() => parse({ [field]: { [operator]: part } }));
      expect([refusal.code, refusal.field]).toEqual(['BAD_FILTER', `filter.${field}.${operator}`]);
    }
  });
});

describe('a filter is limited', () => {
  const ports = (length: number) => ({ srcPort: { in: Array.from({ length }, (_, port) => port) } });
  const nest = (levels: number): FilterInput => {
    let filter: FilterInput = ANA;
    for (let level = 0; level < levels; level += 1)
      filter = level % 2 === 0 ? { not: filter } : { or: [filter] };
    return filter;
  };

  test('in the number of values in a list', () => {
    expect(parse(ports(1000))).toMatchObject({ of: [{ values: { length: 1000 } }] });
    expect(refusalOf(() => parse(ports(1001)))).toMatchObject({
      code: 'BAD_FILTER',
      field: 'filter.srcPort.in',
    });
  });

  test('in the total number of values', () => {
    const or = Array.from({ length: 5 }, () => ports(1000));
    expect(parse({ or })).toMatchObject({ of: [{ of: { length: 5 } }] });
    for (const beyond of [ANA, { user: { in: ['ana'] } }, { not: { srcIp: { inCidr: ['10.0.0.0/8'] } } }]) {
      expect(refusalOf(() => parse({ or: [...or, beyond] }))).toMatchObject({
        code: 'BAD_FILTER',
        message: expect.stringContaining('more than 5000 values'),
      });
    }
  });

  test('in depth', () => {
    expect(() => parse(nest(10))).not.toThrow();
    for (const levels of [11, 100_000]) {
      expect(refusalOf(() => parse(nest(levels)))).toMatchObject({
        code: 'BAD_FILTER',
        message: expect.stringContaining('deeper than 10 levels'),
      });
    }
  });
});
