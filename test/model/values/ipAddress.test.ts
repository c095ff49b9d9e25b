import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseIpAddress } from '../../../src/model/values/ipAddress.ts';
import { refusalOf } from '../refusalOf.ts';

describe('parseIpAddress', () => {
  test.each([
    // each pair as host($1::inet) of Postgres 15 returns it
    ['10.0.0.54', '10.0.0.54'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['::2:3', '::0.2.0.3'],
    ['::1:0', '::0.1.0.0'],
    ['::0102:0304', '::1.2.3.4'],
    ['::1.2.3.4', '::1.2.3.4'],
    ['::102:304:506', '::102:304:506'],
    ['::ffff', '::ffff'],
    ['::fffe:10.0.0.54', '::fffe:a00:36'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['0:1:2:3:4:5:6:7', '0:1:2:3:4:5:6:7'],
    ['0:0:1:2:3:4:5:6', '::1:2:3:4:5:6'],
    ['1:2:3:4:5:6:7:0', '1:2:3:4:5:6:7:0'],
    ['1:2:3:4:5:6:0:0', '1:2:3:4:5:6::'],
    ['fe80::1ff:fe23:4567:890a', 'fe80::1ff:fe23:4567:890a'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
  ])('writes %s as Postgres does, %s', (given, host) => {
    expect(parseIpAddress(given, 'srcIp')).toBe(host);
  });

  test.each([
    ['a mapped IPv4 address', '::ffff:10.0.0.54', '10.0.0.54'],
    ['one in upper case', '::FFFF:10.0.0.54', '10.0.0.54'],
    ['one in hexadecimal', '0:0:0:0:0:ffff:0a00:0036', '10.0.0.54'],
    ['one of zeros', '::ffff:0:0', '0.0.0.0'],
    ['one with a zone', '::ffff:10.0.0.54%eth0', '10.0.0.54'],
    ['a zone by name', 'fe80::1%eth0', 'fe80::1'],
    ['a zone by number', 'fe80::1%14', 'fe80::1'],
    ['spaces around', ' 10.0.0.54 ', '10.0.0.54'],
  ])('accepts %s', (_, given, canonical) => {
    expect(parseIpAddress(given, 'srcIp')).toBe(canonical);
  });

  test.each([
    ['five parts', '10.0.0.54.1'],
    ['three parts', '10.0.0'],
    ['a leading zero', '010.1.1.1'],
    ['a leading zero in the middle', '10.00.1.1'],
    ['a leading zero in a mapped one', '::ffff:10.0.0.04'],
    ['a part too large', '10.0.0.256'],
    ['a negative part', '10.0.0.-1'],
    ['hexadecimal IPv4', '0x0a.0.0.1'],
    ['a number as text', '167772161'],
    ['a prefix length', '10.0.0.54/32'],
    ['a prefix length of IPv6', 'fe80::1/64'],
    ['a port', '10.0.0.54:22'],
    ['brackets', '[fe80::1]'],
    ['nine groups', '1:2:3:4:5:6:7:8:9'],
    ['seven groups', '1:2:3:4:5:6:7'],
    ['two gaps', '1::2::3'],
    ['three colons', 'fe80:::1'],
    ['a group of five digits', 'fe80::00001'],
    ['an empty zone', 'fe80::1%'],
    ['a zone on IPv4', '10.0.0.54%eth0'],
    ['NUL', '10.0.0.54\0'],
    ['NUL in a zone', 'fe80::1%e\0'],
    ['digits of another script', '١٠.٠.٠.١'],
    ['a name', 'localhost'],
    ['the text that Windows writes for a missing address', '-'],
    ['nothing', ''],
    ['a number', 167_772_161],
    ['null', null],
    ['a list', ['10.0.0.54']],
  ])('refuses %s', (_, given) => {
    const { code, message } = refusalOf(() => parseIpAddress(given, 'destIp'));
    expect([code, message]).toEqual(['INVALID_IP_ADDRESS', expect.stringMatching(/^destIp /)]);
  });

  test('returns every IPv4 address unchanged, mapped or not', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(parseIpAddress(address, 'srcIp')).toBe(address);
        expect(parseIpAddress(`::ffff:${address}`, 'srcIp')).toBe(address);
      }),
    );
  });

  /** Zeros are frequent, so that there are runs of them. */
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));

  test('writes IPv6 as the URL standard does, except for embedded IPv4', () => {
    const address = fc
      .tuple(group, group, group, group, group, group, group, group)
      .filter((groups) => groups.slice(0, 5).some((value) => value !== 0));
    fc.assert(
      fc.property(address, (groups) => {
        const text = groups.map((value) => value.toString(16).toUpperCase().padStart(4, '0')).join(':');
        const canonical = parseIpAddress(text, 'srcIp');
        expect(`[${canonical}]`).toBe(new URL(`http://[${text}]`).hostname);
        expect(parseIpAddress(canonical, 'srcIp')).toBe(canonical);
      }),
    );
  });

  test('returns an address that it does not change when parsed again', () => {
    const tail = fc
      .tuple(group, group)
      .map((groups) => `::${groups.map((value) => value.toString(16)).join(':')}`);
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), tail), (given) => {
        const canonical = parseIpAddress(given, 'srcIp');
        expect(parseIpAddress(canonical, 'srcIp')).toBe(canonical);
      }),
    );
  });
});
