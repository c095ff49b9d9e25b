import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import { findDescriptionMistake, listMisnamed } from '../support/schemaRules.ts';

const TYPES = `
  type Query { nothing: Int }
  enum TimeOrder { NEWEST_FIRST }
  enum CountMode { CAPPED EXACT }
  type TotalCount { value: Int! }
  type Item { name: String }
  enum Item2 { ONE }
  scalar DateTime
  type Host { hostname: String! }
`;

const MODE = '("How exactly to count." mode: CountMode! = CAPPED)';

const listMistakes = (fields: string): readonly string[] => listMisnamed(buildSchema(TYPES + fields));

describe('the naming rules of the schema', () => {
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
    ['type A { total: Int! }', /^A\.total is a total and must be a TotalCount!/],
    ['type A { groupTotal: Int! }', /^A\.groupTotal is a total/],
    ['type A { totalGroups: Int! }', /^A\.totalGroups is a total/],
    [`type A { totalCount${MODE}: TotalCount }`, /^A\.totalCount is a total and must be a TotalCount!/],
    [`type A { howMany${MODE}: TotalCount! }`, /^A\.howMany must be called totalCount/],
    ['type A { totalCount: TotalCount! }', /^A\.totalCount must take just "How/],
    [
      'type A { totalCount("How." mode: CountMode! = CAPPED): TotalCount! }',
      /^A\.totalCount must take just "How/,
    ],
    [
      'type A { totalCount("How exactly to count." mode: CountMode = CAPPED): TotalCount! }',
      /^A\.totalCount must take just "How/,
    ],
    [
      'type A { totalCount("How exactly to count." mode: CountMode! = EXACT): TotalCount! }',
      /^A\.totalCount must take just "How/,
    ],
    [
      'type A { start: DateTime! }',
      /^A\.start is an end of a range of time and must be called from or until/,
    ],
    ['type A { since: DateTime!, until: DateTime! }', /^A\.until is an end of a range, whose ends/],
    ['input A { from: DateTime, to: DateTime }', /^A\.to is an end of a range/],
    ['input A { excludeNoise: Boolean = false }', /^A\.excludeNoise must be Boolean!, false by default/],
    ['input A { excludeNoise: Boolean! = true }', /^A\.excludeNoise must be Boolean!, false by default/],
    ['type A { list(excludeNoise: Boolean! = false): Item }', /^A\.list\(excludeNoise:\) must be Boolean!/],
    ['type A { list(excludeNoise: Boolean!): Item }', /^A\.list\(excludeNoise:\) must be Boolean!/],
    ['type A { list(least: Int = 2): Item }', /^A\.list\(least:\) has a default and must not be null/],
    ['input A { host: String }', /^A\.host is not a Host and must be called hostname/],
  ])('%s breaks one', (fields, mistake) => {
    expect(listMistakes(fields)).toContainEqual(expect.stringMatching(mistake));
  });

  test.each([
    'type A { list(order: TimeOrder! = NEWEST_FIRST): Item }',
    `type A { totalCount${MODE}: TotalCount! }`,
    `type A { rateTotalCount${MODE}: TotalCount!, userCount: Int! }`,
    'type A { from: DateTime!, until: DateTime!, since: DateTime!, startedAt: DateTime!, endedAt: DateTime }',
    'type A { from: String!, to: String! }',
    'type A { list(excludeNoise: Boolean! = true, least: Int! = 2, loginTypes: [Item2!] = [ONE]): Item }',
    'input A { excludeNoise: Boolean! = false, hostname: String }',
    'type A { excludeNoise: Boolean!, host: Host, hostname: String! }',
  ])('%s breaks none', (fields) => {
    expect(listMistakes(fields)).toEqual([]);
  });

  test('schema.graphql breaks none', () => {
    expect(listMisnamed(buildSchema(readFileSync('schema.graphql', 'utf8')))).toEqual([]);
  });
});

describe('the description rules of the schema', () => {
  test.each([
    ['', 'has no description'],
    [' ', 'has no description'],
    ['the host.', 'must start with a capital letter, a digit or `code`'],
    ['The host', 'must end with a full stop'],
    ['What was asked for.', 'uses literary wording: asked for'],
    ['The stretch of time.', 'uses literary wording: stretch'],
    ['Whose sessions: what the key tells of.', 'uses literary wording: tells'],
    ['Hosts, of which nothing is known.', 'uses literary wording: of which'],
  ])('%j: %s', (description, mistake) => {
    expect(findDescriptionMistake(description)).toBe(mistake);
  });

  test.each(['The host.', '`ana` in any domain.', '2 or more.', 'A page.\n\nErrors: BAD_PAGE.'])(
    '%j breaks none',
    (description) => {
      expect(findDescriptionMistake(description)).toBeNull();
    },
  );
});
