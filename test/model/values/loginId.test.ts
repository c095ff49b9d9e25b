import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseLoginId } from '../../../src/model/values/loginId.ts';
import { refusalOf } from '../refusalOf.ts';

describe('parseLoginId', () => {
  test.each([
    // CAR's page shows 0xf61f3 as 1008115
    [1008115, '0xf61f3'],
    ['1008115', '0xf61f3'],
    ['0x00000000000F61F3', '0xf61f3'],
    ['0XF61F3', '0xf61f3'],
    [' 0xf61f3 ', '0xf61f3'],
    ['0x3e7', '0x3e7'],
    ['000999', '0x3e7'],
    ['10', '0xa'],
    [0, '0x0'],
    ['0', '0x0'],
    ['0x0', '0x0'],
    ['0x0000000000000000', '0x0'],
    [2 ** 53 - 1, '0x1fffffffffffff'],
    ['0xFFFFFFFFFFFFFFFF', '0xffffffffffffffff'],
    ['18446744073709551615', '0xffffffffffffffff'],
  ])('parses %j as %s', (given, loginId) => {
    expect(parseLoginId(given)).toBe(loginId);
  });

  test.each([
    ['hexadecimal of 65 bits', '0x10000000000000000'],
    ['decimal of 65 bits', '18446744073709551616'],
    ['text', 'xyz'],
    ['hexadecimal without 0x', 'f61f3'],
    ['0x alone', '0x'],
    ['a letter beyond f', '0xf61g3'],
    ['a space within', '0x f61f3'],
    ['nothing', ''],
    ['spaces', '  '],
    ['a negative number', -1],
    ['a negative text', '-1'],
    ['a sign', '+1'],
    ['a fraction', 1.5],
    ['a fraction as text', '1.0'],
    ['an exponent', '1e3'],
    ['octal', '0o17'],
    ['a number that JSON rounds', 2 ** 53],
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['digits of another script', '١٢'],
    ['a GUID', '{A1B2C3D4-0000-0000-0000-000000000000}'],
    ['true', true],
    ['null', null],
    ['a list', [1008115]],
  ])('refuses %s', (_, given) => {
    expect(refusalOf(() => parseLoginId(given)).code).toBe('INVALID_LOGIN_ID');
  });

  test('parses every spelling of a 64-bit number to the same id', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (number) => {
        const hex = number.toString(16);
        const canonical = `0x${hex}`;
        expect(parseLoginId(canonical)).toBe(canonical);
        expect(parseLoginId(`0X${hex.toUpperCase().padStart(16, '0')}`)).toBe(canonical);
        expect(parseLoginId(number.toString())).toBe(canonical);
        expect(parseLoginId(number.toString().padStart(20, '0'))).toBe(canonical);
      }),
    );
  });

  test('refuses every number of more than 64 bits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 64n, max: 2n ** 100n }), (number) => {
        expect(refusalOf(() => parseLoginId(`0x${number.toString(16)}`)).code).toBe('INVALID_LOGIN_ID');
        expect(refusalOf(() => parseLoginId(number.toString())).code).toBe('INVALID_LOGIN_ID');
      }),
    );
  });
});
