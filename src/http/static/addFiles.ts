import { createHash } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { makeBody } from './compress.ts';
import type { Body } from './compress.ts';
import { sendBody } from './staticFile.ts';

/** The files that a page loads by their names, and a version that changes with any of them, so that browsers may cache them forever. */
export type Files = {
  readonly version: string;
  readonly files: ReadonlyMap<string, { readonly type: string; readonly getBody: Body }>;
};

/** Makes the files of a page from their contents. */
export const makeFiles = (contents: Iterable<readonly [string, Uint8Array]>): Files => {
  const hash = createHash('sha256');
  const files = new Map<string, { readonly type: string; readonly getBody: Body }>();
  for (const [name, bytes] of contents) {
    hash.update(name).update(bytes);
    files.set(name, { type: typeOf(name), getBody: makeBody(Buffer.from(bytes)) });
  }
  return { version: hash.digest('base64url').slice(0, 16), files };
};

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

const typeOf = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

type Source = {
  readonly get: () => Promise<Files>;
  /** The message for a file that does not exist. */
  readonly notFound: string;
};

/** Adds the route of a page's files. Its path has the parameters `version` and `name`. */
export const addFiles = (app: FastifyInstance, url: string, { get, notFound }: Source): void => {
  app.get<{ Params: { version: string; name: string } }>(url, async (request, reply) => {
    const { version, files } = await get();
    const file = request.params.version === version ? files.get(request.params.name) : undefined;
    if (file === undefined) return sendError(reply, { status: 404, code: 'NOT_FOUND', message: notFound });
    void reply.header('cache-control', 'public, max-age=31536000, immutable').type(file.type);
    return sendBody(request, reply, { vary: 'accept-encoding', getBody: file.getBody });
  });
};
