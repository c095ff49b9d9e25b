import type { FastifyReply } from 'fastify';

import { requestInfoOf } from '../observe/requestInfoOf.ts';

/** An error answer; on every route it has the shape of GraphQL errors. */
export type ErrorAnswer = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Set when it is unknown whether the request was executed. */
  readonly outcome?: 'UNKNOWN';
  /** When to try again: in the header Retry-After, and in the error, because web pages and many clients cannot read headers. */
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends an error. With 503 and 429 it is marked as retryable. */
export const sendError = (
  reply: FastifyReply,
  { status, code, message, outcome, retryAfterSeconds, headers = {} }: ErrorAnswer,
): FastifyReply => {
  requestInfoOf(reply.request).errorCodes.add(code);
  const extensions = {
    code,
    ...((status === 503 || status === 429) && { retryable: true }),
    ...(outcome !== undefined && { outcome }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(status)
    .headers(headers)
    .send({ errors: [{ message, extensions }] });
};
