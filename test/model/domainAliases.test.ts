import { expect, test } from '@jest/globals';

import {
  formatDomainAliases,
  NO_ALIASES,
  parseDomainAliases,
  resolveAccount,
} from '../../src/model/domainAliases.ts';
import { Refusal } from '../../src/model/refusal.ts';

/** A group of this many domains. */
const manyDomains = (count: number): string =>
  `CORP=${Array.from({ length: count - 1 }, (_, n) => `d${n}`).join(',')}`;

test.each([
  ['', ''],
  [' ; ', ''],
  ['CORP=company.com', 'CORP=COMPANY'],
  // The first label is compared, so corp.example is CORP already.
  ['corp=corp.example,company.com', 'CORP=COMPANY'],
  ['corp = CORP', ''],
  ['LAB=test.example;CORP=zeta, company.com', 'CORP=COMPANY,ZETA; LAB=TEST'],
])('the aliases %p are %p', (text, expected) => {
  const aliases = parseDomainAliases(text);
  expect(formatDomainAliases(aliases)).toBe(expected);
  expect(parseDomainAliases(expected)).toEqual(aliases);
});

test.each([
  'CORP',
  'CORP=',
  '=company.com',
  'CORP=a,,b',
  'CORP=a=b',
  'CORP=a\\b',
  'CORP=a; LAB=a',
  'A=b; C=a',
  'A=b; B=a',
  'CORP=a; CORP=b',
  manyDomains(501),
])('the aliases %p are refused', (text) => {
  expect(() => parseDomainAliases(text)).toThrow(Refusal);
});

test('500 domains have aliases', () => {
  expect(parseDomainAliases(manyDomains(500)).size).toBe(499);
});

test('an account has the first name of its domain', () => {
  const aliases = parseDomainAliases('CORP=company.com');
  const ana = { userName: 'ana' };
  expect(resolveAccount(aliases, { ...ana, userDomain: 'COMPANY' })).toEqual({ ...ana, userDomain: 'CORP' });
  expect(resolveAccount(aliases, { ...ana, userDomain: 'LAB' })).toEqual({ ...ana, userDomain: 'LAB' });
  expect(resolveAccount(aliases, { ...ana, userDomain: null })).toEqual({ ...ana, userDomain: null });
  expect(resolveAccount(NO_ALIASES, { ...ana, userDomain: 'COMPANY' })).toEqual({
    ...ana,
    userDomain: 'COMPANY',
  });
  expect(resolveAccount(aliases, { userName: null, userDomain: null })).toBeNull();
});
