import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { addFiles } from '../static/addFiles.ts';
import { makeStaticFile, sendRevalidated } from '../static/staticFile.ts';
import type { StaticFile } from '../static/staticFile.ts';
import { makeAssets } from './makeAssets.ts';
import { renderPage } from './renderPage.ts';

type PlaygroundOptions = {
  /** Whether the API answers only callers that send a key. */
  readonly isKeyNeeded: boolean;
};
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** The path of the page's files. Each version has a separate folder. */
export const ASSETS_URL = '/playground/:version/:name';

/**
 * Adds the files of the playground, and returns the handler of its page. Browsers revalidate the small page at each visit and cache the files
 * forever. Both are made at the first request.
 */
export const addPlayground = (app: FastifyInstance, { isKeyNeeded }: PlaygroundOptions): Handler => {
  let made: Promise<Playground> | null = null;
  const get = async (): Promise<Playground> => (made ??= makePlayground(isKeyNeeded));

  addFiles(app, ASSETS_URL, {
    get: async () => (await get()).assets,
    notFound: 'The playground has no such file; reload its page at /graphql.',
  });

  return async (request, reply) => {
    const { page } = await get();
    void reply.header('content-security-policy', POLICY);
    return sendRevalidated(request, reply, page);
  };
};

/** The address of the page is that of the API: the accepted types decide between them. */
const VARY = 'accept, accept-encoding';

type Playground = {
  readonly assets: Awaited<ReturnType<typeof makeAssets>>;
  readonly page: StaticFile;
};

const makePlayground = async (isKeyNeeded: boolean): Promise<Playground> => {
  const assets = await makeAssets();
  // Relative, because behind a proxy the API may have a path prefix.
  const folder = `playground/${assets.version}`;
  const modules = [...assets.files.keys()].filter((name) => name.endsWith('.js') && !NO_MODULES.has(name));
  const bytes = Buffer.from(renderPage({ folder, modules, isKeyNeeded }));
  return { assets, page: makeStaticFile({ type: 'text/html; charset=utf-8', vary: VARY, bytes }) };
};

/** A classic script, and the module that the page starts with. */
const NO_MODULES = new Set(['graphiql.js', 'start.js']);

/**
 * The page may only run scripts from its server and connect to it. Inline scripts are forbidden. The only inline style is the one with which
 * GraphiQL's dialogs stop the page behind them from scrolling.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='",
  "font-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
