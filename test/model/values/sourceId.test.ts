import { expect, test } from '@jest/globals';

import { parseSourceId } from '../../../src/model/values/text.ts';
import { refusalOf } from '../refusalOf.ts';

test.each([
  ['windows/security/48812', 'windows/security/48812'],
  ['Windows/Security/48812', 'Windows/Security/48812'],
  [' journald:s=4f3a;i=1f ', 'journald:s=4f3a;i=1f'],
  ['x'.repeat(512), 'x'.repeat(512)],
])('accepts %s', (given, sourceId) => {
  expect(parseSourceId(given)).toBe(sourceId);
});

test.each([
  ['nothing', ' '],
  ['513 characters', 'x'.repeat(513)],
  ['NUL', 'windows\0/1'],
  ['a lone surrogate', '\uD800/1'],
  ['a number', 48_812],
])('refuses %s', (_, given) => {
  expect(refusalOf(() => parseSourceId(given)).code).toBe('INVALID_SOURCE_ID');
});
