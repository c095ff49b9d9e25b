import type { FastifyInstance, preParsingHookHandler } from 'fastify';

import { requestInfoOf } from './requestInfoOf.ts';

/**
 * Notes the size of each request: for a GET that of its target, which contains the variables; for others the bytes of the body, counted as they
 * arrive, because a chunked body has no content-length. The number is complete when a handler runs.
 */
export const countBytes = (app: FastifyInstance): void => {
  // Not async: the stream begins to flow in the next tick, and by then the body parser must listen too.
  app.addHook('preParsing', (...[request, , payload, done]: Parameters<preParsingHookHandler>) => {
    const requestInfo = requestInfoOf(request);
    requestInfo.requestBytes = request.method === 'GET' ? Buffer.byteLength(request.url) : 0;
    // The handler of uploads reads their body as fast as it stores it, and counts it.
    if (request.routeOptions.url === '/upload') {
      done(null, payload);
      return;
    }
    payload.on('data', (chunk: Buffer) => {
      requestInfo.requestBytes += chunk.length;
    });
    done(null, payload);
  });
};
