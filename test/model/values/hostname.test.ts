import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseHostname } from '../../../src/model/values/hostname.ts';
import type { HostnameStyle } from '../../../src/model/values/hostname.ts';
import { refusalOf, refuses } from '../refusalOf.ts';

const STYLES: readonly HostnameStyle[] = ['SHORT', 'FULL'];

describe('parseHostname', () => {
  test.each([
    ['CAR’s example', 'HOST1', 'HOST1', 'HOST1'],
    ['lower case', 'host1', 'HOST1', 'HOST1'],
    ['a domain', 'web01.Prod.example.com', 'WEB01', 'WEB01.PROD.EXAMPLE.COM'],
    ['a dot at the end', 'web01.prod.', 'WEB01', 'WEB01.PROD'],
    ['dots at the end', 'web01..', 'WEB01', 'WEB01'],
    ['spaces around', ' host1 ', 'HOST1', 'HOST1'],
    ['spaces before the domain', 'host1 .example', 'HOST1', 'HOST1 .EXAMPLE'],
    ['an underscore', 'db_01', 'DB_01', 'DB_01'],
    ['a leading digit', '1host.example', '1HOST', '1HOST.EXAMPLE'],
    ['letters beyond ASCII, unchanged', 'bücher.example', 'BüCHER', 'BüCHER.EXAMPLE'],
    ['a decomposed letter', 'bu\u0308cher', 'BüCHER', 'BüCHER'],
    ['a pair that composes in upper case only', 'i\u0307x', '\u0130X', '\u0130X'],
    ['an IPv4 address', '10.0.0.5', '10.0.0.5', '10.0.0.5'],
    ['an IPv6 address', 'FE80:0:0:0:0:0:0:1%eth0', 'fe80::1', 'fe80::1'],
    ['a mapped IPv4 address', '::ffff:10.0.0.5', '10.0.0.5', '10.0.0.5'],
    ['255 characters', 'x'.repeat(255), 'X'.repeat(255), 'X'.repeat(255)],
  ])('accepts %s', (_, given, short, full) => {
    expect(parseHostname(given, 'SHORT')).toBe(short);
    expect(parseHostname(given, 'FULL')).toBe(full);
  });

  test('keeps hosts of two domains apart when names are kept in full', () => {
    expect(parseHostname('web01.prod', 'FULL')).not.toBe(parseHostname('web01.dev', 'FULL'));
    expect(parseHostname('web01.prod', 'SHORT')).toBe(parseHostname('web01.dev', 'SHORT'));
  });

  describe.each(STYLES)('%s', (style) => {
    test.each([
      ['nothing', ''],
      ['spaces', '    '],
      ['256 characters', 'x'.repeat(256)],
      ['an address with a part too large', '10.0.0.256'],
      ['three parts', '10.0.0'],
      ['five parts', '10.0.0.5.1'],
      ['a leading zero', '010.0.0.5'],
      ['an address and a dot', '10.0.0.5.'],
      ['an address with a port', '10.0.0.5:22'],
      ['a network', '10.0.0.0/24'],
      ['a dot', '.'],
      ['dots', '...'],
      ['a domain without a host', '.example.com'],
      ['a blank first label', '\u00A0 .example.com'],
      ['NUL', 'host\0'],
      ['a line break', 'host\n1'],
      ['a lone surrogate', 'host\uD800'],
      ['a number', 5],
      ['null', null],
    ])('refuses %s', (_, given) => {
      expect(refusalOf(() => parseHostname(given, style)).code).toBe('INVALID_HOSTNAME');
    });

    test('returns a name in NFC and without a to z, which it does not change when parsed again', () => {
      const label = fc.string({
        unit: fc.constantFrom(...'a|i|Z|0|.|-|_| |\u0307|\u0331|ß|é|🦊'.split('|')),
        maxLength: 12,
      });
      fc.assert(
        fc.property(fc.oneof(label, fc.string({ unit: 'binary' })), (given) => {
          fc.pre(!refuses(() => parseHostname(given, style)));
          const name = parseHostname(given, style);
          expect(parseHostname(name, style)).toBe(name);
          expect(name.normalize('NFC')).toBe(name);
          expect(name).not.toMatch(/[a-z]/);
        }),
      );
    });

    test('ignores case', () => {
      fc.assert(
        fc.property(fc.domain(), (domain) => {
          expect(parseHostname(domain.toUpperCase(), style)).toBe(parseHostname(domain.toLowerCase(), style));
        }),
      );
    });
  });
});
