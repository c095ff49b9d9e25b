import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const api = useApi(database);

type Reply = {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

/** Asks as a browser does; `fetch` would decode the body and add headers of its own. */
const ask = async (headers: Record<string, string> = {}, path = '', method = 'GET'): Promise<Reply> => {
  const asked = request(`${api().url}${path}`, { method, headers: { accept: BROWSER, ...headers } });
  asked.end();
  const [reply] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks = await reply.toArray();
  return { status: reply.statusCode, headers: reply.headers, body: Buffer.concat(chunks) };
};

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const QUERY = `?query=${encodeURIComponent('{ overview { hosts { value } } }')}`;

let page: Reply;

beforeAll(async () => {
  page = await ask();
});

describe('who gets the page', () => {
  test('a browser does, whatever query is in the address', async () => {
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body.toString()).toMatch(/^\s*<!doctype html>[\s\S]*<title>Sessionscope<\/title>/);
    const again = await ask({}, QUERY);
    expect(again.status).toBe(200);
    expect(again.body.equals(page.body)).toBe(true);
  });

  test.each(['application/json', 'application/graphql-response+json', '*/*'])(
    'a client that accepts %s gets the answer',
    async (accept) => {
      const { status, body } = await ask({ accept, 'content-type': 'application/json' }, QUERY);
      expect(status).toBe(200);
      expect(JSON.parse(body.toString()).data).toEqual({ overview: { hosts: { value: 0 } } });
    },
  );

  test('HEAD gets its headers alone', async () => {
    const { status, headers, body } = await ask({}, '', 'HEAD');
    expect([status, headers.etag, body.length]).toEqual([200, page.headers.etag, 0]);
  });
});

describe('how it travels', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['gzip; q=1.0, br; q=0.000', 'gzip'],
    ['identity', undefined],
    ['brotli', undefined],
  ])('accept-encoding %s: %s', async (accepted, encoding) => {
    const { headers, body } = await ask({ 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept, accept-encoding');
    expect(headers.etag).toBe(page.headers.etag);
    const decode = { br: brotliDecompressSync, gzip: gunzipSync }[String(encoding)];
    expect((decode?.(body) ?? body).equals(page.body)).toBe(true);
    if (decode !== undefined) expect(body.length).toBeLessThan(page.body.length / 3);
  });

  test('a browser that has it is told so, and one with another asks in vain', async () => {
    const etag = page.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    for (const known of [etag, etag.slice(2), `"old", ${etag}`]) {
      const { status, body } = await ask({ 'if-none-match': known });
      expect([known, status, body.length]).toEqual([known, 304, 0]);
    }
    expect((await ask({ 'if-none-match': '"old"' })).status).toBe(200);
  });
});

describe('what it may do', () => {
  test('run its one script and its workers, talk to its own server, and nothing else', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(page.body.toString())?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(String(page.headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      'worker-src blob:',
      "connect-src 'self'",
      "style-src 'unsafe-inline'",
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  test('it names nothing that a browser would fetch', () => {
    const html = page.body.toString();
    const markup = html.replace(/<script>[\s\S]*<\/script>/, '').replace(/<style>[\s\S]*<\/style>/, '');
    expect(markup.length).toBeLessThan(3000);
    const targets = [...markup.matchAll(/\b(?:src|href|srcset|action|content|data)\s*=\s*"([^"]*)"/g)];
    expect(targets.map(([, target]) => target?.slice(0, 19))).toEqual(['data:image/svg+xml,']);
    const styles = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(styles).not.toContain('@import');
    const urls = [...styles.matchAll(/url\(\s*['"]?([^'")]*)/g)].map(([, url]) => url ?? '');
    expect(urls.length).toBeGreaterThan(10);
    expect(urls.filter((url) => !/^(data:|#)/.test(url))).toEqual([]);
  });
});
