import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseCidr } from '../../../src/model/values/cidr.ts';
import { refusalOf, refuses } from '../refusalOf.ts';

describe('parseCidr', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['192.168.1.5', '192.168.1.5/32'],
    ['10.1.2.3/8', '10.1.2.3/8'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['::/0', '::/0'],
    ['FE80::/10', 'fe80::/10'],
    ['fe80::1', 'fe80::1/128'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:0:0/96', '0.0.0.0/0'],
    ['::ffff:10.0.0.5', '10.0.0.5/32'],
  ])('parses %s as %s', (given, network) => {
    expect(parseCidr(given, 'network')).toBe(network);
  });

  test.each([
    ['/33', '10.0.0.0/33'],
    ['/129', '::/129'],
    ['/95 of mapped IPv4, which is not only IPv4', '::ffff:0.0.0.0/95'],
    ['a negative length', '10.0.0.0/-1'],
    ['a sign', '10.0.0.0/+8'],
    ['no length after the slash', '10.0.0.0/'],
    ['two lengths', '10.0.0.0/8/8'],
    ['a mask', '10.0.0.0/255.0.0.0'],
    ['a space', '10.0.0.0/ 8'],
    ['an exponent', '10.0.0.0/1e1'],
    ['a short network, which Postgres accepts', '10.1/16'],
    ['a wildcard', '10.0.0.*'],
    ['a range', '10.0.0.1-10.0.0.9'],
    ['a leading zero', '010.0.0.0/8'],
    ['a zone', 'fe80::1%eth0/64'],
    ['a length alone', '/8'],
    ['nothing', ''],
    ['a number', 10],
    ['null', null],
  ])('refuses %s', (_, given) => {
    const { code, message } = refusalOf(() => parseCidr(given, 'network'));
    expect([code, message]).toEqual(['INVALID_CIDR', expect.stringMatching(/^network /)]);
  });

  test.each([
    ['IPv4', '10.0.0.0', 32],
    ['IPv6', 'fe80::', 128],
  ])('accepts the prefix lengths of %s and no others', (_, address, bits) => {
    fc.assert(
      fc.property(fc.nat({ max: 1200 }), (length) => {
        const network = `${address}/${length}`;
        if (length > bits) expect(refuses(() => parseCidr(network, 'network'))).toBe(true);
        else expect(parseCidr(network, 'network')).toBe(network);
      }),
    );
  });
});
