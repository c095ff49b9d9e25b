import { expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { expectNoBug } from '../support/expectNoBug.ts';

const database = useDatabase();
const api = useApi(database);

const post = async (body: string): Promise<Answer> => expectNoBug(api(), async () => api().post(body));

const HASH = 'a'.repeat(64);

test.each<[string, unknown]>([
  ['a number', 1],
  ['zero', 0],
  ['a text', 'x'],
  ['true', true],
  ['a list', []],
  ['an empty object', {}],
  ['no version', { sha256Hash: HASH }],
  ['another version', { version: 2, sha256Hash: HASH }],
  ['a version that is a text', { version: '1', sha256Hash: HASH }],
  ['no hash', { version: 1 }],
  ['a hash that is null', { version: 1, sha256Hash: null }],
  ['a hash that is a number', { version: 1, sha256Hash: 7 }],
  ['a hash that is not a string', { version: 1, sha256Hash: { toString: 1 } }],
  ['a hash that is too short', { version: 1, sha256Hash: HASH.slice(1) }],
  ['a hash of capital letters', { version: 1, sha256Hash: HASH.toUpperCase() }],
])('a persistedQuery extension that is %s is refused with a remedy', async (_, persistedQuery) => {
  const expected = [
    { message: expect.stringMatching(/"version": 1/), extensions: { code: 'BAD_PERSISTED_QUERY' } },
  ];
  for (const query of [undefined, '{ __typename }']) {
    const { status, errors } = await post(JSON.stringify({ query, extensions: { persistedQuery } }));
    expect([status, errors]).toEqual([400, expected]);
  }
  const extensions = encodeURIComponent(JSON.stringify({ persistedQuery }));
  const response = await fetch(`${api().url}?extensions=${extensions}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  expect([response.status, (await response.json()).errors]).toEqual([400, expected]);
});

test.each([
  ['empty', ''],
  ['white space', ' \n'],
  ['a byte order mark', '\uFEFF'],
  ['a comment', '# x'],
])('a query that is %s is refused with another hash and with its own', async (_, query) => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: HASH } };
  const other = await post(JSON.stringify({ query, extensions }));
  expect([other.status, other.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_PERSISTED_QUERY']);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query));
  extensions.persistedQuery.sha256Hash = Buffer.from(digest).toString('hex');
  const own = await post(JSON.stringify({ query, extensions }));
  expect([own.status, own.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
});

test('a null query with an unknown hash is answered with a request for the query', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: HASH } };
  const { errors } = await post(JSON.stringify({ query: null, extensions }));
  expect(errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('a persisted query is stored and found by its own hash, not by the hash of another', async () => {
  const query = '{ overview { hosts { value } } }';
  const sha256Hash = 'ba3dfff8a0a5f3e2f7c6fdc8b1bbfdbd3f9a9ac5d0dfb5d7c2f8a8a4d6ee0001';
  const other = await post(
    JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  );
  expect([other.status, other.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_PERSISTED_QUERY']);
  const unknown = await post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }));
  expect(unknown.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query));
  const extensions = { persistedQuery: { version: 1, sha256Hash: Buffer.from(digest).toString('hex') } };
  expect((await post(JSON.stringify({ query, extensions }))).data).toEqual({
    overview: { hosts: { value: 0 } },
  });
  expect((await post(JSON.stringify({ extensions }))).data).toEqual({ overview: { hosts: { value: 0 } } });
});
