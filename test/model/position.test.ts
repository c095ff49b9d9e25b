import { expect, test } from '@jest/globals';

import { lsnOf, parsePosition, positionOf } from '../../src/model/position.ts';

test.each([
  ['0/0', '0000000000000000'],
  ['0/16B3748', '00000000016B3748'],
  ['16/B374D848', '00000016B374D848'],
  ['FFFFFFFF/FFFFFFFF', 'FFFFFFFFFFFFFFFF'],
])('the position of %s is %s', (lsn, position) => {
  expect(positionOf(lsn)).toBe(position);
  expect(parsePosition(position.toLowerCase())).toBe(position);
  expect(positionOf(lsnOf(position).replaceAll(/0*([\dA-F]{1,8})(?=\/|$)/g, '$1'))).toBe(position);
});

test('positions sort as text', () => {
  const lsns = ['0/9', '0/A', '0/10', '0/FFFFFFFF', '1/0', 'A/0', '10/0'];
  const positions = lsns.map(positionOf);
  expect(positions.toSorted()).toEqual(positions);
});

test.each(['', ' 0000000000000000', '000000000000000', '00000000000000000', '0/16B3748', 'G000000000000000'])(
  '%p is not a position',
  (text) => {
    expect(parsePosition(text)).toBeNull();
  },
);
