import { describe, expect, test } from '@jest/globals';

import type { Predicate } from '../../../src/model/filter/predicate.ts';
import { readHostname, readUser } from '../../../src/model/search/readNames.ts';

const isHost = (name: string): Predicate => ({ kind: 'in', field: 'hostname', values: [name] });
const hosts = (kind: 'startsWith' | 'contains', text: string): Predicate => ({
  kind,
  field: 'hostname',
  text,
});

describe('readHostname', () => {
  test.each([
    ['web', 'SHORT', 'WEB', 'PART'],
    ['web', 'FULL', 'WEB', 'PART'],
    ['web01.prod.example.com', 'SHORT', 'WEB01', 'WHOLE'],
    ['web01.prod', 'FULL', 'WEB01.PROD', 'PART'],
    ['web01.', 'FULL', 'WEB01', 'PART'],
    ['web01.', 'SHORT', 'WEB01', 'WHOLE'],
    ['10.0.', 'SHORT', '10.0.', 'PART'],
    ['10.0.0.5', 'SHORT', '10.0.0.5', 'WHOLE'],
    ['FE80::0001', 'FULL', 'fe80::1', 'WHOLE'],
    ['FE80:', 'SHORT', 'fe80:', 'PART'],
    ['wéb', 'SHORT', 'WéB', 'PART'],
    ['CORP\\web', 'SHORT', 'CORP\\WEB', 'PART'],
  ] as const)('%s where names are %s', (text, style, name, extent) => {
    expect(readHostname(text, style)).toEqual(
      extent === 'WHOLE'
        ? { name, begins: isHost(name), contains: null }
        : { name, begins: hosts('startsWith', name), contains: hosts('contains', name) },
    );
  });

  test.each([
    ['.', 'FULL'],
    ['.example.com', 'SHORT'],
  ] as const)('%s is not a name where names are %s', (text, style) => {
    expect(readHostname(text, style)).toBeNull();
  });
});

describe('readUser', () => {
  const ofUser = (userDomain: string | null, userName: string): Predicate => ({
    kind: 'userIn',
    users: [{ userDomain, userName }],
  });
  const parts = (userDomain: string | null, userName: string) => ({
    begins: { kind: 'userStartsWith', user: { userDomain, userName } },
    contains: { kind: 'userContains', user: { userDomain, userName } },
  });

  /** What a text without separator finds besides names that contain it. */
  const orDomain = (userName: string, domain: Predicate) => ({
    ...parts(null, userName),
    contains: { kind: 'or', of: [parts(null, userName).contains, domain] },
  });

  test.each([
    [
      'An',
      {
        name: 'an',
        userDomain: null,
        ...orDomain('an', { kind: 'startsWith', field: 'userDomain', text: 'AN' }),
      },
    ],
    [
      'shire.lo',
      {
        name: 'shire.lo',
        userDomain: null,
        ...orDomain('shire.lo', { kind: 'in', field: 'userDomain', values: ['SHIRE'] }),
      },
    ],
    ['corp.example\\An', { name: 'an', userDomain: 'CORP', ...parts('CORP', 'an') }],
    ['.\\an', { name: 'an', userDomain: null, ...parts(null, 'an') }],
    ['corp\\', { name: '', userDomain: 'CORP', ...parts('CORP', ''), contains: null }],
    ['an@', { name: 'an', userDomain: null, ...parts(null, 'an') }],
    ['ana@corp.ex', { name: 'ana', userDomain: 'CORP', begins: ofUser('CORP', 'ana'), contains: null }],
    [
      'ana@co',
      {
        name: 'ana',
        userDomain: 'CO',
        begins: {
          kind: 'or',
          of: [
            ofUser('CO', 'ana'),
            {
              kind: 'and',
              of: [ofUser(null, 'ana'), { kind: 'startsWith', field: 'userDomain', text: 'CO' }],
            },
          ],
        },
        contains: null,
      },
    ],
  ])('%s', (text, expected) => {
    expect(readUser(text)).toEqual(expected);
  });

  test.each(['\\', '.\\', '@'])('%s has neither a name nor a domain', (text) => {
    expect(readUser(text)).toBeNull();
  });
});
