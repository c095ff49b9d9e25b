import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Limits the memory, as each body has up to 8 MiB. */
const MAX_IN_FLIGHT = 64;
const LIMITED: ReadonlySet<string> = new Set(['/graphql', '/ingest']);

/**
 * Refuses requests to /graphql and /ingest beyond the limit, before their bodies are read: 503 with Retry-After, nothing was done. The playground's
 * page does not count: everybody may load it, and could take the slots of clients with a key.
 */
export const limitInFlight = (app: FastifyInstance): void => {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    // The matched route, not the request target: `/%67raphql` and `http://host/graphql` reach the same route.
    if (!LIMITED.has(request.routeOptions.url ?? '') || wantsPlayground(request)) return;
    if (inFlight >= MAX_IN_FLIGHT) {
      await sendError(reply, {
        status: 503,
        code: 'OVERLOADED',
        message: `More than ${MAX_IN_FLIGHT} requests are in flight. Nothing was done; try again.`,
        retryAfterSeconds: 1,
      });
      return;
    }
    inFlight += 1;
    onResponseEnd(reply.raw, () => {
      inFlight -= 1;
    });
  });
};
