import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { errorCodes } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { makeContext } from '../../graphql/context.ts';
import type { GraphqlContext, ServerContext } from '../../graphql/context.ts';

import type { CallerOf } from '../access/guardRoutes.ts';
import { budgetIdOf } from '../cost/budgetIdOf.ts';
import { sendError } from '../errors/sendError.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';
import { addPlayground } from '../playground/addPlayground.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { findPositionMistake, positionOfRequest } from '../positionHeader.ts';
import { makeDisconnectSignal } from '../sockets/makeDisconnectSignal.ts';
import { findRequestMistake } from './findRequestMistake.ts';
import { makeRefuseForeignPages } from './refuseForeignPages.ts';

type Graphql = {
  readonly apollo: ApolloServer<GraphqlContext>;
  readonly serverContext: ServerContext;
  readonly callerOf: CallerOf;
  /** Whether every request needs a key. */
  readonly isKeyNeeded: boolean;
  /** The origins of web pages that may send requests. */
  readonly corsOrigins: readonly string[];
};

/** Adds the route /graphql: the API, and the playground for browsers. */
export const addGraphql = (
  app: FastifyInstance,
  { apollo, serverContext, callerOf, isKeyNeeded, corsOrigins }: Graphql,
): void => {
  const sendPlayground = addPlayground(app, { isKeyNeeded });
  const answer = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest, reply: FastifyReply) =>
      makeContext(serverContext, {
        caller: callerOf(request),
        budgetId: budgetIdOf(callerOf(request), request.ip),
        signal: makeDisconnectSignal(reply.raw),
        elapsedMs: reply.elapsedTime,
        position: positionOfRequest(request),
        requestInfo: requestInfoOf(request),
      }),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    onRequest: [makeRefuseForeignPages(corsOrigins), refuseEncodedBody, refuseOtherType],
    preHandler: async (request, reply) => {
      const mistake = findPositionMistake(request) ?? findRequestMistake(request);
      if (mistake !== null) await sendError(reply, mistake);
    },
    handler: async function handle(this: FastifyInstance, request, reply) {
      return wantsPlayground(request) ? sendPlayground(request, reply) : answer.call(this, request, reply);
    },
  });
};

/** Refuses what is not JSON before its body is received. */
const refuseOtherType = async (request: FastifyRequest): Promise<void> => {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
  const hasBody = length !== '0' || coding !== undefined;
  if (request.method === 'POST' && hasBody && request.mediaType !== 'application/json')
    throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE();
};

/** The limits count the received bytes, so these must not be compressed. */
const refuseEncodedBody = async ({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const encoding = headers['content-encoding'];
  if (encoding === undefined || /^identity$/i.test(encoding)) return;
  await sendError(reply, {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the body without content-encoding; only /ingest accepts gzip.',
  });
};
