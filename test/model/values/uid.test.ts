import { expect, test } from '@jest/globals';

import { parseUid } from '../../../src/model/values/uid.ts';
import { refusalOf } from '../refusalOf.ts';

test.each([
  ['S-1-5-18', 'S-1-5-18'],
  ['s-1-5-21-1234567890-123456789-123456789-1105', 'S-1-5-21-1234567890-123456789-123456789-1105'],
  [' 1000 ', '1000'],
  ['ana', 'ana'],
  ['AbC', 'AbC'],
  ['s-ana', 's-ana'],
  ['x'.repeat(256), 'x'.repeat(256)],
])('accepts %s', (given, uid) => {
  expect(parseUid(given)).toBe(uid);
});

test.each([
  ['nothing', ''],
  ['257 characters', 'x'.repeat(257)],
  ['NUL', 'S-1-5-18\0'],
  ['a lone surrogate', '\uD800'],
  ['a number', 1000],
])('refuses %s', (_, given) => {
  expect(refusalOf(() => parseUid(given)).code).toBe('INVALID_UID');
});
