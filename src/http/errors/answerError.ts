import type { FastifyBaseLogger, FastifyReply } from 'fastify';

import { describeError } from '../log.ts';
import { sendError } from './sendError.ts';

/** Answers requests that Fastify refuses before GraphQL: their size, content type or invalid JSON. */
export const answerError = (error: unknown, reply: FastifyReply, log: FastifyBaseLogger): FastifyReply => {
  // Fastify closes the connection behind an error in the body, and a client that still sends would lose the answer.
  if (reply.hasHeader('connection')) void reply.removeHeader('connection');
  const { statusCode = 500, code } = error as { readonly statusCode?: number; readonly code?: string };
  const known = code === undefined ? undefined : REFUSED[code];
  if (known !== undefined) return sendError(reply, { status: statusCode, ...known });
  if (statusCode < 500) {
    return sendError(reply, {
      status: statusCode,
      code: 'BAD_REQUEST',
      message: 'The request is not valid HTTP for this API.',
    });
  }
  log.error({ error: describeError(error) }, 'Internal error.');
  return sendError(reply, {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Internal error; the details are in the log of the server.',
  });
};

const REFUSED: Readonly<Record<string, { readonly code: string; readonly message: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'BODY_TOO_LARGE',
    message: 'The body is over 8 MiB; send fewer events in a request.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send content-type: application/json.',
  },
  FST_ERR_BAD_URL: {
    code: 'BAD_REQUEST',
    message: 'The address cannot be decoded; write a literal % as %25.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BAD_JSON', message: 'The body is not valid JSON.' },
  TOO_MANY_VALUES: {
    code: 'TOO_MANY_VALUES',
    message: 'The body has more than 100000 values; send fewer events in a request.',
  },
  TOO_MANY_NAMES: {
    code: 'TOO_MANY_NAMES',
    message:
      'The objects in the body have more than 1000 different member names; send variables as the schema describes them.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BAD_JSON', message: 'The body is empty; send {"query": "…"}.' },
};
