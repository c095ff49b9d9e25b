import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { makeSchema } from '../../src/graphql/schema.ts';

const SCHEMA = readFileSync('schema.graphql', 'utf8');

const mistakesWith = (extension: string): readonly string[] => {
  try {
    makeSchema(`${SCHEMA}\n${extension}`);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

test('every field of the schema has the resolver and the cost that it needs', () => {
  expect(mistakesWith('')).toEqual([]);
});

test.each([
  ['a root field', 'extend type Query { extra: Int }', 'Query.extra'],
  ['a root field with arguments', 'extend type Query { extra(at: DateTime): Int }', 'Query.extra'],
  ['a mutation', 'extend type Mutation { extra: Int }', 'Mutation.extra'],
  ['an analytic of CAR', 'extend type Car { extra: Int }', 'Car.extra'],
  ['a hunt', 'extend type Hunts { extra(first: Int): SessionConnection }', 'Hunts.extra'],
  [
    'a list in an object',
    'extend type Host { extra(first: Int, after: String): SessionConnection! }',
    'Host.extra',
  ],
])('%s without a resolver and without a cost stops the start', (_, extension, field) => {
  expect(mistakesWith(extension)).toEqual([
    `${field} has no resolver.`,
    `${field} has no cost: add it to src/graphql/cost/fieldCosts.ts.`,
  ]);
});

test('a count needs a resolver; its cost follows from its type', () => {
  expect(mistakesWith('extend type Host { extra(mode: CountMode! = CAPPED): TotalCount! }')).toEqual([
    'Host.extra has no resolver.',
  ]);
});

test('a field that is a property of its object needs neither', () => {
  expect(mistakesWith('extend type Host { extra: Int }')).toEqual([]);
});
