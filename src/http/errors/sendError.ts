import type { FastifyReply } from 'fastify';

import { requestInfoOf } from '../observe/requestInfoOf.ts';

/** What is wrong, in the shape of GraphQL's errors, at every address. */
export type ErrorAnswer = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Given when it is not known whether the request was done. */
  readonly outcome?: 'UNKNOWN';
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends an error. 503 and 429 say, too, that the same may succeed later. */
export const sendError = (
  reply: FastifyReply,
  { status, code, message, outcome, headers = {} }: ErrorAnswer,
): FastifyReply => {
  requestInfoOf(reply.request).errorCodes.add(code);
  const extensions = {
    code,
    ...((status === 503 || status === 429) && { retryable: true }),
    ...(outcome !== undefined && { outcome }),
  };
  return reply
    .code(status)
    .headers(headers)
    .send({ errors: [{ message, extensions }] });
};
