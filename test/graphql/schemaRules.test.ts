import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import { listMisnamed } from '../support/schemaRules.ts';

const TYPES = `
  type Query { nothing: Int }
  enum TimeOrder { NEWEST_FIRST }
  type Item { name: String }
`;

const listMistakes = (fields: string): readonly string[] => listMisnamed(buildSchema(TYPES + fields));

describe('the rules of names in the schema', () => {
  test.each([
    [
      'type A { list(orderBy: TimeOrder! = NEWEST_FIRST): Item }',
      /^A\.list\(orderBy:\) .*must be called order/,
    ],
    ['type A { list(sort: String! = "x"): Item }', /^A\.list\(sort:\) .*must be called order/],
    [
      'type A { list(order: TimeOrder! ): Item }',
      /^A\.list\(order:\) must not be null, and must have a default/,
    ],
    ['type A { list(order: TimeOrder = NEWEST_FIRST): Item }', /^A\.list\(order:\) must not be null/],
  ])('%s is against one', (fields, mistake) => {
    expect(listMistakes(fields)).toContainEqual(expect.stringMatching(mistake));
  });

  test.each(['type A { list(order: TimeOrder! = NEWEST_FIRST): Item }'])('%s is not', (fields) => {
    expect(listMistakes(fields)).toEqual([]);
  });

  test('the schema keeps them', () => {
    expect(listMisnamed(buildSchema(readFileSync('schema.graphql', 'utf8')))).toEqual([]);
  });
});
