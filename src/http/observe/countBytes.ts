import type { FastifyInstance, preParsingHookHandler } from 'fastify';

import { requestInfoOf } from './requestInfoOf.ts';

/**
 * Notes how large each request is: of a GET its target, which holds its variables; of others the bytes of the body, counted as they arrive, since
 * a body that is sent in chunks announces no length. The number is complete when a handler runs.
 */
export const countBytes = (app: FastifyInstance): void => {
  // Without async: the stream begins to flow in the next tick, and by then the parser of the body listens, too.
  app.addHook('preParsing', (...[request, , payload, done]: Parameters<preParsingHookHandler>) => {
    const requestInfo = requestInfoOf(request);
    requestInfo.requestBytes = request.method === 'GET' ? Buffer.byteLength(request.url) : 0;
    payload.on('data', (chunk: Buffer) => {
      requestInfo.requestBytes += chunk.length;
    });
    done(null, payload);
  });
};
