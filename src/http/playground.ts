import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { PLAYGROUND_TABS } from './playgroundTabs.ts';

/** The page may run its own scripts and talk to its own server, and nothing else. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Page = { readonly etag: string; readonly br: Buffer; readonly gzip: Buffer; readonly identity: Buffer };

/** A browser asks for a page; GraphiQL itself and API clients do not. */
export const wantsPlayground = (request: FastifyRequest): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');

/** Makes the handler of the playground: GraphiQL in one page of 9 MB, compressed once, at first use. */
export const makePlayground = (): ((
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>) => {
  let page: Promise<Page> | null = null;
  return async (request, reply) => {
    page ??= makePage();
    const { etag, ...bodies } = await page;
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? 'identity';
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
      etag,
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    return reply.send(bodies[encoding]);
  };
};

const makePage = async (): Promise<Page> => {
  const html = renderGraphiQL({
    title: 'Sessionscope',
    defaultTabs: PLAYGROUND_TABS.map((query) => ({ query })),
  });
  const identity = Buffer.from(html, 'utf8');
  // Quality 5: a fifth of the size in a quarter of a second; the best would take twenty.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    br: await promisify(brotliCompress)(identity, quality),
    gzip: await promisify(gzip)(identity),
    identity,
  };
};
