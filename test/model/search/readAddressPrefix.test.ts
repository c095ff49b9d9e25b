import { describe, expect, test } from '@jest/globals';

import { readAddressPrefix } from '../../../src/model/search/readAddressPrefix.ts';

describe('readAddressPrefix', () => {
  test.each([
    ['10.', [['10.0.0.0', '10.255.255.255']]],
    [
      '10.2',
      [
        ['10.2.0.0', '10.2.255.255'],
        ['10.20.0.0', '10.29.255.255'],
        ['10.200.0.0', '10.255.255.255'],
      ],
    ],
    [
      '10.0.0.5',
      [
        ['10.0.0.5', '10.0.0.5'],
        ['10.0.0.50', '10.0.0.59'],
      ],
    ],
    ['10.0.0.26', [['10.0.0.26', '10.0.0.26']]],
    ['10.0', [['10.0.0.0', '10.0.255.255']]],
    ['0.0.0.', [['0.0.0.0', '0.0.0.255']]],
    ['2001:DB8:', [['2001:db8:0:0:0:0:0:0', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff']]],
    ['fe80::', [['fe80:0:0:0:0:0:0:0', 'fe80:ffff:ffff:ffff:ffff:ffff:ffff:ffff']]],
    [
      '1:2:3:4:5:6:7:a0',
      [
        ['1:2:3:4:5:6:7:a0', '1:2:3:4:5:6:7:a0'],
        ['1:2:3:4:5:6:7:a00', '1:2:3:4:5:6:7:a0f'],
        ['1:2:3:4:5:6:7:a000', '1:2:3:4:5:6:7:a0ff'],
      ],
    ],
    ['2001:0', [['2001:0:0:0:0:0:0:0', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff']]],
    // The last one is the canonical 255.255.255.255.
    ['0:0:0:0:0:', [['0:0:0:0:0:0:0:0', '0:0:0:0:0:ffff:ffff:ffff']]],
  ])('%s', (text, ranges) => {
    expect(readAddressPrefix(text)).toEqual(ranges.map(([first, last]) => ({ first, last })));
  });

  test.each([
    '',
    '.',
    '10',
    '1000',
    'fe80',
    '256.',
    '10.256',
    '010.1',
    '10.01',
    '1.2.3.4.',
    '1.2.3.4.5',
    '10..',
    'fe80::1',
    '::1',
    '::',
  ])('%s has none', (text) => {
    expect(readAddressPrefix(text)).toEqual([]);
  });
});
