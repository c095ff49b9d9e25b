import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ANY_VALUE } from '../support/anyValue.ts';
import { useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { expectNoBug } from '../support/expectNoBug.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();
const api = useApi(database);

const nest = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

const post = async (body: string): Promise<Answer> => expectNoBug(api(), async () => api().post(body));

const EVENTS =
  'mutation ($e: [SessionEventInput!]!) { ingestSessionEvents(events: $e) { accepted rejected } }';
const LIST = 'query ($f: SessionEventFilter) { sessionEvents(filter: $f) { nodes { id } } }';
const bodyOf = (query: string, variables: string): string =>
  `{"query": ${JSON.stringify(query)}, "variables": ${variables}}`;

test.each([
  [
    'a filter of 3,000 nested not',
    bodyOf(LIST, `{"f": ${'{"not":'.repeat(3000)}{}${'}'.repeat(3000)}}`),
    'VARIABLES_TOO_DEEP',
  ],
  ['a list 4,000 deep', bodyOf(LIST, `{"f": ${nest('[', ']', 4000)}}`), 'VARIABLES_TOO_DEEP'],
  ['a list 90,000 deep', bodyOf(LIST, `{"f": ${nest('[', ']', 90_000)}}`), 'VARIABLES_TOO_DEEP'],
  ['a list a million deep', bodyOf(LIST, `{"f": ${nest('[', ']', 1_000_000)}}`), 'TOO_MANY_VALUES'],
  [
    'an event 4,000 deep',
    bodyOf(EVENTS, `{"e": [{"lock": {"time": ${nest('[', ']', 4000)}}}]}`),
    'VARIABLES_TOO_DEEP',
  ],
  [
    'an unused variable, 4,000 deep',
    bodyOf('{ __typename }', `{"x": ${nest('[', ']', 4000)}}`),
    'VARIABLES_TOO_DEEP',
  ],
  [
    'a filter 11 deep',
    bodyOf(LIST, `{"f": ${'{"not":'.repeat(11)}{"hostname": {"eq": "A"}}${'}'.repeat(11)}}`),
    'BAD_FILTER',
  ],
  ['a document of megabytes', bodyOf(`{${'$'.repeat(8_000_000)}`, '{}'), 'QUERY_TOO_LARGE'],
  ['brackets that open 1,900 times', bodyOf(`{ nodes(ids: ${'['.repeat(1900)}`, '{}'), 'QUERY_TOO_DEEP'],
  ['a literal 400 deep', bodyOf(`{ nodes(ids: ${nest('[', ']', 400)}) { id } }`, '{}'), 'QUERY_TOO_DEEP'],
  [
    'a type 400 deep',
    bodyOf(`query ($x: ${nest('[', ']', 400).replace('[]', '[Int]')}) { __typename }`, '{}'),
    'QUERY_TOO_DEEP',
  ],
  ['selections 600 deep', bodyOf(nest('{a', '}', 600), '{}'), 'QUERY_TOO_DEEP'],
  [
    'fragments 400 deep',
    bodyOf(`${'{...'.repeat(400)}{__typename}${'}'.repeat(400)}`, '{}'),
    'QUERY_TOO_DEEP',
  ],
  [
    'null for a required argument',
    bodyOf('query ($i: ID = "x") { node(id: $i) { id } }', '{"i": null}'),
    'BAD_USER_INPUT',
  ],
  [
    'null for a directive',
    bodyOf('query ($b: Boolean = true) { __typename @include(if: $b) }', '{"b": null}'),
    'BAD_USER_INPUT',
  ],
  [
    'null for a list',
    bodyOf('query ($i: [ID!] = []) { nodes(ids: $i) { id } }', '{"i": null}'),
    'BAD_USER_INPUT',
  ],
  [
    'null in an input',
    bodyOf(
      'mutation ($t: DateTime = "2020-01-01T00:00:00Z") { ingestSessionEvents(events: [{ lock: { hostname: "A", time: $t } }]) { accepted } }',
      '{"t": null}',
    ),
    'BAD_USER_INPUT',
  ],
  ['a subscription', bodyOf('subscription { sessionEvents { id } }', '{}'), 'SUBSCRIPTIONS_NOT_SUPPORTED'],
  [
    'an unknown operation name',
    '{"query": "{ __typename }", "operationName": "\\ud800 x"}',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['half of a surrogate pair', '{"query": "{\\ud800}"}', 'GRAPHQL_PARSE_FAILED'],
])('%s is refused with a code', async (_, body, code) => {
  const { errors } = await post(body);
  expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
});

test('a subscription by GET is refused like one by POST', async () => {
  const url = `${api().url}?query=${encodeURIComponent('subscription { x }')}`;
  const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
  expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([
    400,
    'SUBSCRIPTIONS_NOT_SUPPORTED',
  ]);
});

/** Writes a value as a literal of GraphQL: like JSON, but with keys without quotes. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, member]) => `${key}: ${literalOf(member)}`)
    .join(' ')}}`;
};

/** Queries and mutations with a placeholder for a value of any shape. */
const PLACES = [
  (value: string) => `{ sessionEvents(filter: ${value}) { nodes { id } } }`,
  (value: string) => `{ sessionEvents(filter: { hostname: { eq: ${value} } }) { nodes { id } } }`,
  (value: string) => `{ sessionEvents(filter: { time: { from: ${value} } }) { nodes { id } } }`,
  (value: string) => `{ sessionEvents(filter: { srcPort: { in: ${value} } }) { nodes { id } } }`,
  (value: string) => `{ sessionEvents(first: ${value}, after: ${value}) { nodes { id } } }`,
  (value: string) => `{ sessions(filter: ${value}, order: ${value}) { nodes { id state(at: ${value}) } } }`,
  (value: string) =>
    `{ node(id: ${value}) { id } nodes(ids: ${value}) { id } host(hostname: ${value}) { hostname } }`,
  (value: string) => `{ hunts { loginActivity(time: ${value}) { nodes { at } } } }`,
  (value: string) => `{ eventStats(groupBy: ${value}, interval: ${value}) { groups { count } } }`,
  (value: string) => `{ auditLog(filter: ${value}) { nodes { requestId } } }`,
  (value: string) => `mutation { ingestSessionEvents(events: ${value}) { accepted } }`,
  (value: string) => `mutation { ingestSessionEvents(events: [{ login: ${value} }]) { accepted } }`,
  (value: string) => `{ __typename @include(if: ${value}) @skip(if: ${value}) }`,
  (value: string) =>
    `query ($x: SessionEventFilter = ${value}) { sessionEvents(filter: $x) { nodes { id } } }`,
];

test('values of any shape, as literals, variables and defaults, cause no internal error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PLACES), ANY_VALUE, async (makeQuery, value) => {
      await post(JSON.stringify({ query: makeQuery(literalOf(value)) }));
      for (const type of [
        'SessionEventFilter',
        'String',
        'ID!',
        '[ID!]!',
        'Int',
        'DateTime',
        '[SessionEventInput!]!',
      ]) {
        const [kind = '', rest = ''] = makeQuery('$v').split(/(?<=^mutation) |(?=^\{)/);
        const query = kind === 'mutation' ? `mutation ($v: ${type}) ${rest}` : `query ($v: ${type}) ${kind}`;
        await post(JSON.stringify({ query, variables: { v: value } }));
      }
    }),
    samples(40),
  );
});

test('bodies of any shape cause no internal error', async () => {
  const QUERY = fc.oneof(
    fc.constantFrom(LIST, EVENTS, '{ __typename }', 'query A { __typename } query B { __typename }'),
    ANY_VALUE,
  );
  const body = fc.record(
    { query: QUERY, variables: ANY_VALUE, extensions: ANY_VALUE, operationName: ANY_VALUE },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(body, ANY_VALUE), async (value) => {
      await post(JSON.stringify(value));
    }),
    samples(100),
  );
});

test('truncated and mixed documents cause no internal error', async () => {
  const tokens = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '!',
    '$',
    '@',
    '...',
    'on',
    'query',
    'fragment',
    'hosts',
    'nodes',
    'id',
    '"x"',
    '"""',
    '1',
    '$v',
    'true',
    'null',
    '#',
    '\\',
    '__typename',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(tokens, { maxLength: 30 }), async (words) => {
      await post(JSON.stringify({ query: words.join(' '), variables: { v: 1 } }));
    }),
    samples(100),
  );
});
