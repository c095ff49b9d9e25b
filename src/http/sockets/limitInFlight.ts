import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Limits the memory, as each body has up to 8 MiB, and an upload keeps a few MiB. */
export const MAX_IN_FLIGHT = 64;
/** Uploads may take long and have a limit of their own, so that they cannot take the slots of queries. */
const LIMITED: Readonly<Record<string, 'requests' | 'uploads'>> = {
  '/graphql': 'requests',
  '/ingest': 'requests',
  '/upload': 'uploads',
};

/**
 * Refuses requests to /graphql and /ingest, and uploads, beyond the limit, before their bodies are read: 503 with Retry-After, nothing was done. The playground's
 * page does not count: everybody may load it, and could take the slots of clients with a key.
 */
export const limitInFlight = (app: FastifyInstance): void => {
  const inFlight = { requests: 0, uploads: 0 };
  app.addHook('onRequest', async (request, reply) => {
    // The matched route, not the request target: `/%67raphql` and `http://host/graphql` reach the same route.
    const kind = LIMITED[request.routeOptions.url ?? ''];
    if (kind === undefined || wantsPlayground(request)) return;
    if (inFlight[kind] >= MAX_IN_FLIGHT) {
      await sendError(reply, {
        status: 503,
        code: 'OVERLOADED',
        message: `More than ${MAX_IN_FLIGHT} ${kind} are in flight. Nothing was done; try again.`,
        retryAfterSeconds: 1,
      });
      return;
    }
    inFlight[kind] += 1;
    onResponseEnd(reply.raw, () => {
      inFlight[kind] -= 1;
    });
  });
};
