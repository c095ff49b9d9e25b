import { fileURLToPath } from 'node:url';

import type { FastifyInstance } from 'fastify';

import { addFiles, makeFiles } from '../static/addFiles.ts';
import type { Files } from '../static/addFiles.ts';
import { makeStaticFile, sendRevalidated } from '../static/staticFile.ts';
import type { StaticFile } from '../static/staticFile.ts';
import { renderPage } from './renderPage.ts';

type ExplorerOptions = {
  /** Whether the API answers only callers that send a key. */
  readonly isKeyNeeded: boolean;
};

/** The path of the page's files. Each version has a separate folder. */
export const EXPLORER_FILES_URL = '/explorer/:version/:name';

/**
 * Adds the explorer, the web page at `/`, and its files. The page contains no data of the server. Page and files are read at the first request,
 * or made if there is no bundle.
 */
export const addExplorer = (app: FastifyInstance, { isKeyNeeded }: ExplorerOptions): void => {
  let made: Promise<Explorer> | null = null;
  const get = async (): Promise<Explorer> => {
    // A failure is not kept: a folder that could not be read may be readable at the next request.
    made ??= makeExplorer(isKeyNeeded).catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };

  addFiles(app, EXPLORER_FILES_URL, {
    get: async () => (await get()).files,
    notFound: 'The explorer has no such file; reload its page at /.',
  });
  app.get('/', async (request, reply) => {
    const { page } = await get();
    void reply.header('content-security-policy', POLICY);
    return sendRevalidated(request, reply, page);
  });
};

type Explorer = { readonly files: Files; readonly page: StaticFile };

const makeExplorer = async (isKeyNeeded: boolean): Promise<Explorer> => {
  const { openExplorer } = (await import(BUNDLER)) as OpenExplorer;
  const files = makeFiles(await openExplorer(fileURLToPath(EXPLORER)));
  const bytes = Buffer.from(renderPage({ folder: `explorer/${files.version}`, isKeyNeeded }));
  return {
    files,
    page: makeStaticFile({ type: 'text/html; charset=utf-8', vary: 'accept-encoding', bytes }),
  };
};

type OpenExplorer = { readonly openExplorer: (folder: string) => Promise<ReadonlyMap<string, Uint8Array>> };

/** The sources of the explorer; in the server's bundle, the explorer's bundle. */
const EXPLORER = new URL('../../explorer', import.meta.url);

/** Not a part of the server's bundle, because it loads esbuild when the explorer has to be made. */
const BUNDLER = new URL('../../bundle/openExplorer.js', import.meta.url).href;

/** The page may only run scripts from its server and connect to it. Its icon and the pictures that it turns into PNG files are `data:`. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
