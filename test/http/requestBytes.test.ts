import { gzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import type { Answer } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { guardedBy, keyFor } from '../support/keys.ts';

const database = useDatabase();
const api = useApi(database, { access: async () => guardedBy(database()) });
let key: { authorization: string };

beforeAll(async () => {
  key = await keyFor(database(), 'events:read', 'events:write');
});

const LIST = 'query ($filter: SessionEventFilter) { sessionEvents(filter: $filter) { nodes { id } } }';

/** Sends a body in chunks, without its length. */
const postInChunks = async (body: string): Promise<Pick<Answer, 'status' | 'errors'>> => {
  const response = await fetch(api().url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key },
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit);
  const { errors } = JSON.parse(await response.text());
  return { status: response.status, errors };
};

const post = async (body: string): Promise<Pick<Answer, 'status' | 'errors'>> =>
  api().post(body, { 'content-type': 'application/json', ...key });

const get = async (query: string, variables: object): Promise<Response> =>
  fetch(
    `${api().url}?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`,
    {
      headers: { 'apollo-require-preflight': 'true', ...key },
    },
  );

describe.each([
  ['with its length', post],
  ['in chunks', postInChunks],
])('a body that is sent %s', (_, send) => {
  test.each([
    [
      'in characters of three bytes',
      JSON.stringify({ query: LIST, variables: { filter: { user: { eq: '語'.repeat(400_000) } } } }),
    ],
    [
      'in white space around the variables',
      JSON.stringify({ query: LIST, variables: {} }) + ' '.repeat(1_048_576),
    ],
  ])('is refused when it is a query of more than 1 MiB, %s', async (_name, body) => {
    const { status, errors } = await send(body);
    expect([status, errors?.[0]?.extensions.code]).toEqual([413, 'VARIABLES_TOO_LARGE']);
  });
});

test('a gzip body is refused, because it is larger than its length', async () => {
  const packed = gzipSync(JSON.stringify({ query: '{ __typename }' }));
  const response = await fetch(api().url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...key },
    body: packed,
  });
  expect([response.status, JSON.parse(await response.text()).errors[0].extensions.code]).toEqual([
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ]);
});

/** Waits for a number of audit entries and returns the hashes of their variables, in the order of the answers. */
const awaitHashes = async (count: number): Promise<readonly (string | null)[]> => {
  const select = async () =>
    database().writePool.query<{ hash: string | null }>(
      `select variables_hash as hash from audit_entry where outcome = 'OK' order by time, id`,
    );
  await awaitUntil('the audit is written', async () => (await select()).rows.length >= count);
  return (await select()).rows.map(({ hash }) => hash);
};

test('the audit has equal hashes for equal variables, however they are sent, and no hash for large ones', async () => {
  await database().writePool.query('truncate audit_entry');
  const variables = { filter: { hostname: { eq: 'WS1' } } };
  const body = JSON.stringify({ query: LIST, variables });
  await post(body);
  await postInChunks(body);
  await get(LIST, variables);
  const events = Array.from({ length: 300 }, (_, n) => aNumberedLogin(n, { user: 'u'.repeat(300) }));
  const large = JSON.stringify({ query: INGEST, variables: { events } });
  await post(large);
  await postInChunks(large);
  const [byLength, inChunks, byGet, ...ofLarge] = await awaitHashes(5);
  expect(byLength).toMatch(/^[0-9a-f]{64}$/);
  expect([inChunks, byGet]).toEqual([byLength, byLength]);
  expect(ofLarge).toEqual([null, null]);
});
