import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { renderPlayground } from './renderPlayground.ts';

type Encoding = keyof typeof COMPRESS;
type Page = {
  readonly etag: string;
  readonly policy: string;
  readonly getBody: (encoding: Encoding) => Promise<Buffer>;
};

/** A browser asks for a page; GraphiQL itself and API clients do not. */
export const wantsPlayground = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');

/** Makes the handler of the playground: GraphiQL in one page of 9 MB, made and compressed once, at first use. */
export const makePlayground = (): ((
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>) => {
  let page: Page | null = null;
  return async ({ headers }, reply) => {
    page ??= makePage();
    void reply.headers({
      'content-security-policy': page.policy,
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
      etag: `W/${page.etag}`,
    });
    if (headers['if-none-match']?.includes(page.etag) === true) return reply.code(304).send();
    const encoding = chooseEncoding(headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(await page.getBody(encoding));
  };
};

/** The best of what the browser takes; `br;q=0` means not that. */
const chooseEncoding = (accepted: string | string[] = ''): Encoding => {
  const parts = String(accepted).split(',');
  const names = new Set(parts.map((part) => part.replaceAll(' ', '').replace(/;q=(1|0\.\d*[1-9]).*$/, '')));
  return (['br', 'gzip'] as const).find((name) => names.has(name)) ?? 'identity';
};

const COMPRESS = {
  // Quality 3: a quarter of the size in a tenth of a second; 5 takes four times as long for a ninth less.
  br: async (html: Buffer) =>
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  gzip: async (html: Buffer) => promisify(gzip)(html, { level: 4 }),
  identity: async (html: Buffer) => html,
};

const makePage = (): Page => {
  const html = renderPlayground();
  const bytes = Buffer.from(html, 'utf8');
  const bodies = new Map<Encoding, Promise<Buffer>>();
  return {
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    policy: makePolicy(html),
    getBody: async (encoding) => {
      const body = bodies.get(encoding) ?? COMPRESS[encoding](bytes);
      bodies.set(encoding, body);
      return body;
    },
  };
};

/**
 * The page runs its one script and the workers that it makes, talks to its own server and loads nothing else. Styles are the
 * exception: the editor writes its own.
 */
const makePolicy = (html: string): string => {
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  return [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    'worker-src blob:',
    "connect-src 'self'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
