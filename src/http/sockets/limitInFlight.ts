import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Bodies of 8 MiB each bound the memory. */
const MAX_IN_FLIGHT = 64;
const LIMITED: ReadonlySet<string> = new Set(['/graphql', '/ingest']);

/**
 * Refuses requests to /graphql and /ingest beyond the limit, before their bodies are read: 503 with Retry-After, nothing was done. The
 * playground's page does not count: everybody may load it, and would take the places of clients with a key.
 */
export const limitInFlight = (app: FastifyInstance): void => {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    // The route, not the text of the request target: `/%67raphql` and `http://host/graphql` reach it, too.
    if (!LIMITED.has(request.routeOptions.url ?? '') || wantsPlayground(request)) return;
    if (inFlight >= MAX_IN_FLIGHT) {
      await sendError(reply, {
        status: 503,
        code: 'OVERLOADED',
        message: `More than ${MAX_IN_FLIGHT} requests are in flight. Nothing was done; try again.`,
        headers: { 'retry-after': '1' },
      });
      return;
    }
    inFlight += 1;
    onResponseEnd(reply.raw, () => {
      inFlight -= 1;
    });
  });
};
