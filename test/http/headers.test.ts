import { describe, expect, test } from '@jest/globals';

import { makeKeyRing } from '../../src/domain/access/makeKeyRing.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const ORIGIN = 'https://soc.example.com';
const guarded = async () =>
  ({
    kind: 'GUARDED',
    keys: makeKeyRing(database()),
    ownKey: null,
    verifyToken: null,
  }) as const;
const api = useApi(database, { corsOrigins: [ORIGIN, 'http://127.0.0.1:3000'] });
const guardedApi = useApi(database, { corsOrigins: [ORIGIN], access: guarded });
const closedApi = useApi(database);

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = { method: 'POST', headers: JSON_TYPE, body: '{"query": "{ overview { hosts { value } } }"}' };
const PAGE = { headers: { accept: 'text/html' } };

/** The explorer loads nothing but its own scripts and styles; its pictures are part of the page. */
const EXPLORER_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGES = new Set(['the explorer', 'the playground']);

describe('every answer has the security headers', () => {
  test.each<[string, string, number, RequestInit]>([
    ['data', '/graphql', 200, QUERY],
    ['a mistake', '/graphql', 400, { ...QUERY, body: '{' }],
    ['a refusal by the query', '/graphql', 400, { ...QUERY, body: '{"query": "{ nothing }"}' }],
    ['an unknown address', '/nothing', 404, {}],
    ['health', '/livez', 200, {}],
    ['readiness', '/readyz', 200, {}],
    ['ingest', '/ingest', 200, { method: 'POST', body: '{}' }],
    ['the explorer', '/', 200, PAGE],
    ['the playground', '/graphql', 200, PAGE],
  ])('%s', async (kind, path, status, options) => {
    const { status: got, headers } = await fetch(new URL(path, api().url), options);
    expect(got).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      // A page is the same for all clients and contains no data.
      'cache-control': PAGES.has(kind) ? 'no-cache' : 'no-store',
      'content-security-policy': expect.stringMatching(
        PAGES.has(kind)
          ? /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/
          : /^default-src 'none'; frame-ancestors 'none'$/,
      ),
    });
    for (const name of ['server', 'x-powered-by', 'strict-transport-security']) {
      expect(headers.get(name)).toBeNull();
    }
  });

  test('the explorer allows its page nothing that it does not need', async () => {
    const { headers } = await fetch(new URL('/', api().url), PAGE);
    expect(headers.get('content-security-policy')).toBe(EXPLORER_POLICY);
  });

  test('the refusal of an unauthenticated request', async () => {
    const { status, headers } = await fetch(guardedApi().url, QUERY);
    expect([status, headers.get('cache-control'), headers.get('x-frame-options')]).toEqual([
      401,
      'no-store',
      'DENY',
    ]);
  });
});

const corsOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

const preflight = async (url: string, origin: string): Promise<Response> =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

describe('a web page of an allowed origin', () => {
  test('is allowed by the preflight request without a key, and then is answered', async () => {
    const { status, headers } = await preflight(guardedApi().url, ORIGIN);
    expect(status).toBe(204);
    expect(headers.get('vary')).toBe('origin');
    expect(corsOf(headers)).toEqual({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers':
        'authorization, content-type, apollo-require-preflight, x-apollo-operation-name, x-sessionscope-position',
      'access-control-max-age': '7200',
      'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after, x-sessionscope-position',
    });
    const answer = await fetch(api().url, { ...QUERY, headers: { ...JSON_TYPE, origin: ORIGIN } });
    expect([answer.status, corsOf(answer.headers), answer.headers.get('vary')]).toEqual([
      200,
      {
        'access-control-allow-origin': ORIGIN,
        'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after, x-sessionscope-position',
      },
      'origin',
    ]);
  });

  test('can read the reason of a refusal', async () => {
    const { status, headers } = await fetch(guardedApi().url, {
      ...QUERY,
      headers: { ...JSON_TYPE, origin: ORIGIN },
    });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([401, ORIGIN]);
  });
});

describe('other web pages are not allowed', () => {
  test.each([
    'https://evil.example',
    'https://soc.example.com.evil.example',
    'http://soc.example.com',
    'https://soc.example.com:8443',
    'https://SOC.example.com',
    'null',
  ])('%s', async (origin) => {
    for (const url of [api().url, guardedApi().url]) {
      const asked = await preflight(url, origin);
      expect([asked.ok, corsOf(asked.headers)]).toEqual([false, {}]);
      const answer = await fetch(url, { ...QUERY, headers: { ...JSON_TYPE, origin } });
      expect(corsOf(answer.headers)).toEqual({});
    }
  });

  test('nor are other addresses, nor any page when the settings name no origin', async () => {
    const elsewhere = [
      new URL('/ingest', api().url).href,
      new URL('/livez', api().url).href,
      closedApi().url,
    ];
    for (const url of elsewhere) {
      const asked = await preflight(url, ORIGIN);
      expect([asked.ok, corsOf(asked.headers)]).toEqual([false, {}]);
    }
  });
});
