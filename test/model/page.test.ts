import { describe, expect, test } from '@jest/globals';

import { parsePage } from '../../src/model/page.ts';
import type { PageArguments } from '../../src/model/page.ts';
import { refusalOf } from './refusalOf.ts';

describe('parsePage', () => {
  test.each<[PageArguments, ReturnType<typeof parsePage>]>([
    [{}, { limit: 50, direction: 'FORWARD', after: null, before: null }],
    [
      { first: null, last: null },
      { limit: 50, direction: 'FORWARD', after: null, before: null },
    ],
    [{ first: 1 }, { limit: 1, direction: 'FORWARD', after: null, before: null }],
    [
      { first: 1000, after: 'a' },
      { limit: 1000, direction: 'FORWARD', after: 'a', before: null },
    ],
    [{ after: 'a' }, { limit: 50, direction: 'FORWARD', after: 'a', before: null }],
    [{ last: 1000 }, { limit: 1000, direction: 'BACKWARD', after: null, before: null }],
    [
      { first: null, last: 1, before: 'b' },
      { limit: 1, direction: 'BACKWARD', after: null, before: 'b' },
    ],
    [
      { last: 2, after: 'a', before: 'b' },
      { limit: 2, direction: 'BACKWARD', after: 'a', before: 'b' },
    ],
    [
      { first: 2, before: 'b' },
      { limit: 2, direction: 'FORWARD', after: null, before: 'b' },
    ],
  ])('parses %j', (given, page) => {
    expect(parsePage(given)).toEqual(page);
  });

  test.each<[PageArguments, string, string]>([
    [{ first: 0 }, 'first', 'first must be from 1 to 1000'],
    [{ first: -1 }, 'first', 'first must be from 1 to 1000'],
    [{ first: 1001 }, 'first', 'first must be from 1 to 1000'],
    [{ first: Number.NaN }, 'first', 'first must be from 1 to 1000'],
    [{ last: 0 }, 'last', 'last must be from 1 to 1000'],
    [{ last: 1001 }, 'last', 'last must be from 1 to 1000'],
    [{ first: 1, last: 1 }, 'last', 'first and last cannot be given together'],
    [{ first: 0, last: 0 }, 'last', 'first and last cannot be given together'],
  ])('refuses %j', (given, field, problem) => {
    const refusal = refusalOf(() => parsePage(given));
    expect([refusal.code, refusal.field, refusal.message]).toEqual([
      'BAD_PAGE',
      field,
      expect.stringContaining(problem),
    ]);
  });
});
