import { describe, expect, test } from '@jest/globals';
import { getOperationAST, parse, validate } from 'graphql';

import { countRequested, makePricedOperation } from '../../../src/graphql/cost/countRequested.ts';
import type { RequestedCost } from '../../../src/graphql/cost/countRequested.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';
import { DEFAULT_COST_LIMITS } from '../../../src/http/cost/limits.ts';
import { TABS, demoVariablesOf } from '../../support/demoTabs.ts';
import { PAGES } from '../../support/docs/pages.ts';
import { readExamples } from '../../support/docs/readExamples.ts';

const schema = makeSchema();

const requestedBy = (query: string, variables: Record<string, unknown> = {}): RequestedCost => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error('There is no operation.');
  return countRequested(makePricedOperation({ schema, operation }, document, variables));
};

const costOf = (query: string, variables?: Record<string, unknown>): number =>
  requestedBy(query, variables).cost;

describe('an object costs 1, and a row of a list costs what it holds', () => {
  test.each([
    ['a root scalar', '{ __typename }', 0],
    // overview
    ['an object of scalars', '{ overview { firstAt lastAt } }', 1],
    // The connection, and 10 rows.
    ['a page', '{ hosts(first: 10) { nodes { hostname } } }', 1 + 10],
    ['a page from the end', '{ hosts(last: 10) { nodes { hostname } } }', 1 + 10],
    ['a page without a size', '{ hosts { nodes { hostname } } }', 1 + 50],
    ['edges and their nodes', '{ hosts(first: 10) { edges { cursor node { hostname } } } }', 1 + 10 * 2],
    ['page info and a count', '{ hosts(first: 10) { pageInfo { endCursor } totalCount { value } } }', 1 + 2],
    [
      'a page in a page',
      '{ hosts(first: 10) { nodes { events(first: 20) { nodes { id } } } } }',
      1 + 10 * (1 + 1 + 20),
    ],
    [
      'periods of sessions',
      '{ sessions(first: 10) { nodes { periods(first: 20) { state } } } }',
      1 + 10 * (1 + 20),
    ],
    [
      'periods without a number',
      '{ sessions(first: 10) { nodes { periods { state } } } }',
      1 + 10 * (1 + 100),
    ],
    ['an object in a row', '{ sessionEvents(first: 10) { nodes { host { hostname } } } }', 1 + 10 * 2],
    ['nodes by their ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    [
      'fragments',
      '{ hosts(first: 10) { ...Names } } fragment Names on HostConnection { nodes { ... on Host { hostname } } }',
      1 + 10,
    ],
    ['an exact count', '{ hosts(first: 10) { totalCount(mode: EXACT) { value } } }', 1 + 50 + 1],
    ['ingested events', 'mutation { ingestSessionEvents(events: []) { results { id } } }', 1],
    [
      'context events of hosts',
      '{ hosts(first: 10) { nodes { contextEvents(first: 3) { nodes { id host { id } } } } } }',
      1 + 10 * (1 + 1 + 3 * 2),
    ],
  ])('%s', (_, query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  test('analytics and statistics cost a scan', () => {
    const range = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
    expect(costOf(`{ hunts { longSessions(${range}, first: 1) { nodes { __typename } } } }`)).toBe(
      1 + 1000 + 1 + 1,
    );
    expect(costOf('{ eventStats(groupBy: [HOST], first: 20) { groups { count } } }')).toBe(1000 + 1 + 20);
  });
});

describe('the cost depends on variables', () => {
  const PAGE = 'query ($first: Int = 7) { hosts(first: $first) { nodes { hostname } } }';
  const PARTS =
    'query ($all: Boolean!) { hosts(first: 10) { nodes { hostname } totalCount @include(if: $all) { value } pageInfo @skip(if: $all) { endCursor } } }';

  test.each([
    ['a size', PAGE, { first: 10 }, 1 + 10],
    ['a size with a default that is not given', PAGE, {}, 1 + 7],
    ['a size that is null', PAGE, { first: null }, 1 + 50],
    ['a size above the limit, which is rejected later', PAGE, { first: 9_999_999 }, 1 + 1000],
    ['a negative size, which is rejected later', PAGE, { first: -5 }, 1],
    ['a size that is not a number, which is rejected later', PAGE, { first: 'many' }, 1 + 50],
    ['ids', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(40).fill('x') }, 40],
    ['ids as items of a list', 'query ($id: ID!) { nodes(ids: [$id, $id]) { id } }', { id: 'x' }, 2],
    [
      'events',
      'mutation ($events: [SessionEventInput!]!) { ingestSessionEvents(events: $events) { accepted results { index errors { code } } } }',
      { events: Array.from({ length: 300 }, () => ({})) },
      300 + 1,
    ],
    [
      'context events',
      'mutation ($events: [ContextEventInput!]!) { ingestContextEvents(events: $events) { accepted results { index errors { code } } } }',
      { events: Array.from({ length: 300 }, () => ({})) },
      300 + 1,
    ],
    ['included fields', PARTS, { all: true }, 1 + 10 + 1],
    ['skipped fields', PARTS, { all: false }, 1 + 10 + 1],
  ])('%s', (_, query, variables, cost) => {
    expect(costOf(query, variables)).toBe(cost);
  });

  test('fields that @include leaves out cost nothing', () => {
    const none =
      'query ($no: Boolean = false) { hosts(first: 1) { totalCount @include(if: $no) { value } ...Rows @include(if: $no) } } fragment Rows on HostConnection { nodes { hostname } }';
    expect(costOf(none)).toBe(1);
    expect(costOf(none, { no: true })).toBe(3);
  });
});

test('the costliest field is named by its path', () => {
  const { costliest } = requestedBy(
    '{ overview { hosts { value } } hosts(first: 100) { nodes { lastLogin { id } sessions(first: 100) { edges { node { host { hostname } events(first: 9) { nodes { id } } } } } } } }',
  );
  expect(costliest).toBe('hosts.sessions.events');
});

describe('the limit', () => {
  const ROW = 'id startEvent { id } host { hostname } account { user }';
  const nested = (sizes: readonly number[]): string =>
    sizes.reduceRight(
      (below, size) => `sessions(first: ${size}) { edges { node { ${ROW} host { ${below} } } } }`,
      'hostname',
    );

  test.each([[[1000]], [[50, 1000]], [[1000, 50]]])('allows nested pages of %j rows', (sizes) => {
    expect(costOf(`{ ${nested(sizes)} }`)).toBeLessThan(DEFAULT_COST_LIMITS.perRequest);
  });

  test('allows 1,000 rows of evidence for each of 1,000 matches', () => {
    const range = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
    const evidence = 'evidence(first: 1000) { totalCount(mode: EXACT) { value } edges { node { id } } }';
    const query = `{ hunts { longSessions(${range}, first: 1000) { nodes { ${evidence} } } } }`;
    expect(costOf(query)).toBeLessThan(DEFAULT_COST_LIMITS.perRequest);
  });

  test.each([[[1000, 1000, 1000]], [[1000, 1000, 50]]])('rejects nested pages of %j rows', (sizes) => {
    expect(costOf(`{ ${nested(sizes)} }`)).toBeGreaterThan(DEFAULT_COST_LIMITS.perRequest);
  });

  test.each([...TABS])('is ten times the cost of the tab %s or more', (_, tab) => {
    expect(costOf(tab.query, demoVariablesOf(tab))).toBeLessThan(DEFAULT_COST_LIMITS.perRequest / 10);
  });

  test('is ten times the cost of every query of the documentation or more', () => {
    const examples = PAGES.flatMap(readExamples).filter(({ language }) => language === 'graphql');
    const queries = examples.map(({ text }) => text).filter((query) => !query.startsWith('mutation'));
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) expect(costOf(query)).toBeLessThan(DEFAULT_COST_LIMITS.perRequest / 10);
  });

  test('nested fragments that stand for millions of fields are counted in full', () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) =>
        `fragment F${n} on LoginEvent { a: session { startEvent { ...F${n + 1} } } b: session { startEvent { ...F${n + 1} } } }`,
    );
    const query = `{ node(id: "x") { ...F0 } } ${levels.join(' ')} fragment F40 on LoginEvent { id }`;
    const document = parse(query);
    const operation = getOperationAST(document);
    if (operation === null || operation === undefined) throw new Error('There is no operation.');
    const { cost } = countRequested(makePricedOperation({ schema, operation }, document, {}));
    expect(cost).toBeGreaterThan(2 ** 40);
  });
});
