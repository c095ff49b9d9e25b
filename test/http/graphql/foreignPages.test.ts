import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

import { describe, expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const ORIGIN = 'https://soc.example.com';
const api = useApi(database, { corsOrigins: [ORIGIN] });

const EVIL = 'https://evil.example';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const POWERSHELL = 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.4';

type Reply = { readonly status: number | undefined; readonly headers: object; readonly body: any };

/** Sends just these headers; `fetch` would add its own. */
const ask = async (
  headers: OutgoingHttpHeaders,
  query = '{ __typename }',
  { method = 'GET', body = '' } = {},
): Promise<Reply> => {
  const address = new URL(api().url);
  if (method === 'GET') address.searchParams.set('query', query);
  const asked = request(address, { method, headers: { accept: '*/*', ...headers } });
  asked.end(body);
  const [reply] = (await once(asked, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await reply.toArray()).toString();
  return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(text) };
};

const cross = (mode: string): OutgoingHttpHeaders => ({
  'user-agent': CHROME,
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': mode,
});

describe('a query by GET is refused if a foreign page can have a browser send it', () => {
  test.each<[string, OutgoingHttpHeaders]>([
    ['an image', { ...cross('no-cors'), referer: `${EVIL}/` }],
    ['an image without a referrer', cross('no-cors')],
    ['fetch', { ...cross('cors'), origin: EVIL, referer: `${EVIL}/` }],
    ['fetch from a sandboxed frame', { ...cross('cors'), origin: 'null' }],
    ['a page of the same site', { ...cross('cors'), 'sec-fetch-site': 'same-site', origin: EVIL }],
    ['an older browser, with its Origin', { 'user-agent': FIREFOX, origin: EVIL }],
    ['an older browser, with its Referer', { 'user-agent': FIREFOX, referer: `${EVIL}/` }],
    ['a client that names an Origin', { origin: EVIL }],
    ['a client that names a Referer', { referer: `${EVIL}/` }],
    // Without TLS browsers send no Sec-Fetch-Site to other machines.
    ['a page that suppresses its Referer, without TLS', { 'user-agent': CHROME }],
    ['a form type', { ...cross('no-cors'), 'content-type': 'text/plain' }],
    [
      'a type that only contains the one of JSON',
      { ...cross('cors'), 'content-type': 'text/plain; application/json' },
    ],
    [
      'a password that the browser adds by itself',
      { ...cross('no-cors'), authorization: 'Basic YW5hOmFuYQ==' },
    ],
    ['a ticket that the browser adds by itself', { ...cross('no-cors'), authorization: 'Negotiate YII=' }],
    ['an empty header', { ...cross('cors'), 'apollo-require-preflight': '' }],
    ['two values of Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin, cross-site' }],
  ])('%s', async (_, headers) => {
    const { status, body } = await ask(headers);
    expect([status, body.data, body.errors[0].extensions]).toEqual([
      400,
      undefined,
      { code: 'CSRF_PREVENTED' },
    ]);
    expect(body.errors[0].message).toMatch(/CSRF.*apollo-require-preflight: true.*POST/);
  });
});

describe('a query by GET is answered if no foreign page can have a browser send it', () => {
  const key = { authorization: 'Bearer ss_618f3a1248c560bc.x' };
  test.each<[string, OutgoingHttpHeaders]>([
    ['a key', { ...cross('cors'), origin: EVIL, ...key }],
    ['a key, in lower case', { ...cross('cors'), authorization: 'bearer x' }],
    [
      'a page of this server',
      { 'user-agent': CHROME, 'sec-fetch-site': 'same-origin', referer: 'http://x/' },
    ],
    ['the address bar', { 'user-agent': CHROME, 'sec-fetch-site': 'none' }],
    ['no header of browsers', {}],
    ['curl', { 'user-agent': 'curl/8.14.1' }],
    ['fetch of Node', { 'user-agent': 'node', 'accept-language': '*', 'sec-fetch-mode': 'cors' }],
    ['PowerShell', { 'user-agent': POWERSHELL }],
    ['a page of an allowed origin', { ...cross('cors'), origin: ORIGIN, referer: `${ORIGIN}/` }],
    [
      'the type of JSON',
      { ...cross('cors'), origin: EVIL, 'content-type': 'application/json; charset=utf-8' },
    ],
    ['the header of Apollo', { ...cross('cors'), origin: EVIL, 'apollo-require-preflight': 'true' }],
    ['the name of the operation', { ...cross('cors'), origin: EVIL, 'x-apollo-operation-name': 'Hosts' }],
  ])('%s', async (_, headers) => {
    const { status, body } = await ask(headers);
    expect([status, body.data]).toEqual([200, { __typename: 'Query' }]);
  });
});

describe('a mutation by GET is refused with any headers', () => {
  const mutation = `mutation { ingestSessionEvents(events: [{ lock: { time: "2026-11-16T09:00:00Z", hostname: "BYGET" } }]) { accepted } }`;
  test.each<[string, OutgoingHttpHeaders]>([
    ['a key', { authorization: 'Bearer ss_618f3a1248c560bc.x' }],
    ['a page of this server', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['no header of browsers', {}],
    ['a page of an allowed origin', { origin: ORIGIN }],
    ['the header of Apollo', { 'apollo-require-preflight': 'true' }],
  ])('%s', async (_, headers) => {
    const { status, headers: answered } = await ask(headers, mutation);
    expect([status, answered]).toEqual([405, expect.objectContaining({ allow: 'POST' })]);
    const { data } = await api().query(
      '{ sessionEvents(filter: { hostname: { eq: "BYGET" } }) { nodes { id } } }',
    );
    expect(data.sessionEvents.nodes).toEqual([]);
  });
});

describe('a POST that needs no preflight request is refused', () => {
  test.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'text/plain; application/json',
    'text/plain;x="application/json"',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('%s', async (type) => {
    const headers = { ...cross('no-cors'), origin: EVIL, 'content-type': type };
    const { status, body } = await ask(headers, '', { method: 'POST', body: '{"query": "{ __typename }"}' });
    expect([status, body]).toEqual([
      415,
      {
        errors: [
          {
            message: 'Send content-type: application/json.',
            extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
          },
        ],
      },
    ]);
  });

  test('one without a type', async () => {
    const headers = { ...cross('no-cors'), origin: EVIL };
    const { status } = await ask(headers, '', { method: 'POST', body: '{"query": "{ __typename }"}' });
    expect(status).toBe(415);
  });
});
