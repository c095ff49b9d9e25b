import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { stringifyCapped } from '../../../src/http/graphql/stringifyCapped.ts';

test('it writes what JSON.stringify writes, up to its size in bytes and not below', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = JSON.stringify(value);
      const bytes = Buffer.byteLength(text);
      expect(stringifyCapped(value, bytes)).toBe(text);
      expect(stringifyCapped(value, bytes - 1)).toBeNull();
    }),
  );
});

describe('what is not there', () => {
  test.each([
    [{ a: undefined, b: [{ c: undefined }] }],
    [{ a: { b: {}, c: undefined, d: [null] } }],
    [Object.assign(Object.create(null), { rows: [{ id: 'x' }] })],
  ])('%j', (value) => {
    expect(stringifyCapped(value, 1000)).toBe(JSON.stringify(value));
  });
});

test('it stops at the size: rows behind it are not even looked at', () => {
  let seen = 0;
  const rows = Array.from({ length: 10_000 }, () => ({
    get id() {
      seen += 1;
      return 'x'.repeat(100);
    },
  }));
  expect(stringifyCapped({ hosts: { nodes: rows } }, 10_000)).toBeNull();
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(400);
});
