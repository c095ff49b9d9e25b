import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { PLAYGROUND_TABS } from './playgroundTabs.ts';

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
      // The address holds the query, which may name what is under investigation.
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
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
  const names = String(accepted)
    .split(',')
    .map((part) => part.replaceAll(' ', '').replace(/;q=(1|0\.\d*[1-9]).*$/, ''));
  return (['br', 'gzip'] as const).find((name) => names.includes(name)) ?? 'identity';
};

const COMPRESS = {
  // Quality 3: a quarter of the size in a tenth of a second; 5 takes four times as long for a ninth less.
  br: async (html: Buffer) =>
    promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  gzip: async (html: Buffer) => promisify(gzip)(html, { level: 4 }),
  identity: async (html: Buffer) => html,
};

const makePage = (): Page => {
  const html = renderGraphiQL({
    title: 'Sessionscope',
    logo: LOGO,
    favicon: `data:image/svg+xml,${encodeURIComponent(LOGO)}`,
    defaultTabs: PLAYGROUND_TABS.map((query) => ({ query })),
    defaultEditorToolsVisibility: false,
  }).replace('</head>', `<style>${CORRECTIONS}</style></head>`);
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

/**
 * Puts two things right. The editor's font draws `0x8a1f0` as `0×8a1f0`. And a tab that is pressed jumps aside to where the
 * drag-and-drop library believes it to be, so that the first click on each tab hits nothing.
 */
const CORRECTIONS = `
.view-lines { font-feature-settings: 'calt' 0 !important; }
.graphiql-tab { transform: none !important; }`;

/** A lens over the sessions of three hosts. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-linecap="round">
<g stroke="#1d6fb8" stroke-width="3"><circle cx="14" cy="14" r="11.5"/><path d="M22.5 22.5 29 29"/></g>
<path d="M9 10h7M12 14h8M8 18h5" stroke="#d9208f" stroke-width="2.5"/></svg>`;
