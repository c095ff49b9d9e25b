import { createHash } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { chooseEncoding, makeBody } from './compress.ts';
import type { Body } from './compress.ts';

/** A file that is the same for all clients until the next version of the server. */
export type StaticFile = {
  readonly type: string;
  /** The request headers on which the answer depends. */
  readonly vary: string;
  readonly etag: string;
  readonly getBody: Body;
};

type Content = { readonly type: string; readonly vary: string; readonly bytes: Buffer };

export const makeStaticFile = ({ type, vary, bytes }: Content): StaticFile => ({
  type,
  vary,
  etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  getBody: makeBody(bytes),
});

/** Sends a file that clients revalidate at each use: 304 without a body to those that have it. */
export const sendRevalidated = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { type, vary, etag, getBody }: StaticFile,
): Promise<FastifyReply> => {
  // Weak, because it is the same for all encodings.
  void reply.headers({ 'cache-control': 'no-cache', etag: `W/${etag}` });
  if (request.headers['if-none-match']?.includes(etag) === true) {
    return reply.header('vary', vary).code(304).send();
  }
  void reply.type(type);
  return sendBody(request, reply, { vary, getBody });
};

/** Sends the body in the best encoding that the client accepts. */
export const sendBody = async (
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { vary, getBody }: Pick<StaticFile, 'vary' | 'getBody'>,
): Promise<FastifyReply> => {
  const encoding = chooseEncoding(headers['accept-encoding']);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.header('vary', vary).send(await getBody(encoding));
};
