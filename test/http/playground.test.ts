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

/** Sends a request like a browser; `fetch` would decode the body and add its own headers. */
const ask = async (headers: Record<string, string> = {}, path = '', method = 'GET'): Promise<Reply> => {
  const asked = request(new URL(path, api().url), { method, headers: { accept: BROWSER, ...headers } });
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

describe('content negotiation', () => {
  test('a browser gets the page, even with a query in the URL', async () => {
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

  test('HEAD returns only the headers', async () => {
    const { status, headers, body } = await ask({}, '', 'HEAD');
    expect([status, headers.etag, body.length]).toEqual([200, page.headers.etag, 0]);
  });
});

describe('transfer', () => {
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
    if (decode !== undefined) expect(body.length).toBeLessThan(page.body.length / 2);
  });

  test('a browser with the current page gets 304, and one with another page gets the new one', async () => {
    const etag = page.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    for (const known of [etag, etag.slice(2), `"old", ${etag}`]) {
      const { status, body } = await ask({ 'if-none-match': known });
      expect([known, status, body.length]).toEqual([known, 304, 0]);
    }
    expect((await ask({ 'if-none-match': '"old"' })).status).toBe(200);
  });
});

describe('the page', () => {
  test('may only run scripts from its server and connect to it', () => {
    expect(String(page.headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      // The only inline style, which GraphiQL's dialogs set.
      "style-src 'self' 'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='",
      "font-src 'self'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  test('refers only to its own files, and has no inline script, style or handler', () => {
    const html = page.body.toString();
    expect(html.length).toBeLessThan(8000);
    for (const target of targetsOf(html)) {
      expect(target).toMatch(
        /^(data:image\/svg\+xml,|\.\/$|playground\/[\w-]{16}\/[a-zA-Z]+\.(js|css|json)$)/,
      );
    }
    expect(html).not.toMatch(/<style|style=|\son[a-z]+=|<script[^>]*>[^<]/);
  });
});

/** The files that a browser fetches for the page. */
const targetsOf = (html: string): readonly string[] =>
  [...html.matchAll(/\b(?:src|href|srcset|action|content|data)\s*=\s*"([^"]*)"/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => target !== 'width=device-width, initial-scale=1');

describe('the files of the page', () => {
  /** The path of a file in the page. */
  const pathOf = (name: string): string =>
    `/${targetsOf(page.body.toString()).find((target) => target.endsWith(`/${name}`))}`;

  test.each([
    ['graphiql.js', 'text/javascript; charset=utf-8'],
    ['graphiql.css', 'text/css; charset=utf-8'],
    ['playground.css', 'text/css; charset=utf-8'],
    ['start.js', 'text/javascript; charset=utf-8'],
  ])('%s may be cached forever, and is compressed', async (name, type) => {
    const plain = await ask({ accept: '*/*' }, pathOf(name));
    expect([plain.status, plain.headers['content-type']]).toEqual([200, type]);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['x-content-type-options']).toBe('nosniff');
    const packed = await ask({ accept: '*/*', 'accept-encoding': 'br' }, pathOf(name));
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['br', 'accept-encoding']);
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  });

  test('a first visit transfers less than 600 KB, 3 KB of them for the page itself', async () => {
    const names = targetsOf(page.body.toString()).filter((target) => !/^(data:|\.\/$)/.test(target));
    const packed = await Promise.all(
      names.map(async (name) => ask({ accept: '*/*', 'accept-encoding': 'br' }, `/${name}`)),
    );
    const bytes = packed.reduce((sum, { body }) => sum + body.length, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(600_000);
    expect((await ask({ 'accept-encoding': 'br' })).body.length).toBeLessThan(3000);
  });

  test('the style sheet refers only to the fonts among these files', async () => {
    const path = pathOf('graphiql.css');
    const css = (await ask({ accept: '*/*' }, path)).body.toString();
    expect(css).not.toContain('@import');
    const urls = [...css.matchAll(/url\(\s*['"]?([^'")]*)/g)].map(([, url]) => url ?? '');
    const fonts = urls.filter((url) => url.startsWith('font-'));
    expect(fonts.length).toBeGreaterThan(10);
    expect(urls.filter((url) => !/^(data:|#|font-)/.test(url))).toEqual([]);
    const font = await ask({ accept: '*/*' }, path.replace('graphiql.css', fonts[0] ?? ''));
    expect([font.status, font.headers['content-type']]).toEqual([200, 'font/woff2']);
    expect(font.body.subarray(0, 4).toString()).toBe('wOF2');
  });

  test.each([
    ['another version', (path: string) => path.replace(/[\w-]{16}/, 'AAAAAAAAAAAAAAAA')],
    ['another name', (path: string) => path.replace('start.js', 'nothing.js')],
    ['a file that is not for browsers', (path: string) => path.replace('start.js', 'tsconfig.json')],
    ['a path out of the folder', (path: string) => path.replace('start.js', '..%2faddPlayground.ts')],
  ])('%s is not found, and the answer is not cached', async (_, change) => {
    const { status, headers, body } = await ask({ accept: '*/*' }, change(pathOf('start.js')));
    expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(JSON.parse(body.toString()).errors[0].extensions.code).toBe('NOT_FOUND');
  });
});
