import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { INGEST, useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { countRefused } from '../../support/countRefused.ts';
import { useDatabase } from '../../support/database.ts';
import { aNumberedLogin } from '../../support/events.ts';
import { LENIENT_LIMITS } from '../../support/lenientLimits.ts';

const database = useDatabase();
const api = useApi(database, { corsOrigins: ['https://soc.example.com'] });
const hastyApi = useApi(database, { socketLimits: { ...LENIENT_LIMITS, readPauseMs: 500 } });

/** Makes a query of `count` pages, about 0.8 MB each. */
const listPages = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: sessionEvents(first: 1000) { nodes { user sourceId id } }`).join(' ')} }`;

/** The response does not fit into the buffers of a connection, even compressed. */
const LARGE = listPages(25);

beforeAll(async () => {
  // Random text, which compresses badly.
  const events = Array.from({ length: 1000 }, (_, n) =>
    aNumberedLogin(n, {
      user: randomBytes(360).toString('base64url'),
      sourceId: randomBytes(180).toString('base64url'),
    }),
  );
  const { data } = await api().query(INGEST, { events });
  expect(data.ingestSessionEvents.accepted).toBe(1000);
});

/** Sends a query without decoding the answer. */
const send = (query: string, headers: Record<string, string>, to = api): ClientRequest => {
  const asked = request(to().url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  asked.on('error', () => undefined);
  asked.on('response', (reply) => reply.on('error', () => undefined));
  asked.end(JSON.stringify({ query }));
  return asked;
};

type Reply = { readonly headers: IncomingMessage['headers']; readonly body: Buffer };

const ask = async (query: string, headers: Record<string, string> = {}): Promise<Reply> => {
  const [reply] = (await once(send(query, headers), 'response')) as [IncomingMessage];
  return { headers: reply.headers, body: Buffer.concat(await reply.toArray()) };
};

const DECODE: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

describe.each([
  ['an introspection query', getIntrospectionQuery()],
  ['an answer in pieces', listPages(1)],
])('%s', (_, query) => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP ;Q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('accept-encoding %s: %s', async (accepted, encoding) => {
    const plain = await ask(query);
    expect(plain.body.length).toBeGreaterThan(100_000);
    const { headers, body } = await ask(query, { 'accept-encoding': accepted });
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'origin, accept-encoding']);
    const decoded = DECODE[encoding ?? '']?.(body) ?? body;
    expect(decoded.equals(plain.body)).toBe(true);
    expect(headers['content-length']).toBe(encoding === undefined ? String(body.length) : undefined);
    if (encoding !== undefined) expect(body.length).toBeLessThan(plain.body.length);
  });
});

test('the answer to an introspection query is a fifth of its size or less', async () => {
  const plain = await ask(getIntrospectionQuery());
  const { body } = await ask(getIntrospectionQuery(), { 'accept-encoding': 'br' });
  expect(body.length).toBeLessThan(plain.body.length / 5);
});

test('a small answer is not compressed', async () => {
  const { headers, body } = await ask('{ sessionEvents { nodes { user } } }', { 'accept-encoding': 'br' });
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'origin']);
  expect(JSON.parse(body.toString()).data.sessionEvents.nodes).toHaveLength(50);
});

test('a client that reads nothing of a compressed answer is disconnected', async () => {
  const isCutOff = (line: string): boolean => JSON.parse(line).outcome === 'HUNG_UP';
  const asked = send(LARGE, { 'accept-encoding': 'gzip' }, hastyApi);
  await awaitUntil('it is cut off', async () => hastyApi().log().some(isCutOff));
  expect(hastyApi().log().filter(isCutOff)).toHaveLength(1);
  asked.destroy();
});

test('a client that disconnects during compressed answers leaves no slot occupied', async () => {
  const before = api().log().length;
  const disconnect = async (): Promise<void> => {
    const asked = send(LARGE, { 'accept-encoding': 'gzip' });
    await once(asked, 'response');
    asked.destroy();
  };
  // One more than countRefused leaves free.
  for (let count = 0; count < 5; count += 1) await disconnect();
  const listEnded = (): readonly any[] =>
    api()
      .log()
      .slice(before)
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'Request ended.');
  await awaitUntil('each has ended', async () => listEnded().length >= 5);
  expect(listEnded().map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'HUNG_UP'));
  expect(await countRefused(api(), database())).toBe(0);
});
