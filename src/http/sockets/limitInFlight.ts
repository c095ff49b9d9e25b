import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/playground.ts';
import { whenOver } from './whenOver.ts';

/** Bodies of 8 MiB each bound the memory. */
const MAX_IN_FLIGHT = 64;

/**
 * Refuses work beyond what can be in hand at once, before its body is read: 503 with Retry-After, nothing was done. The playground's page is no
 * work, and strangers may have it: they would take the places of those who may ask.
 */
export const limitInFlight = (app: FastifyInstance): void => {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(?:graphql|ingest)/.test(request.url) || wantsPlayground(request)) return;
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
    whenOver(reply.raw, () => {
      inFlight -= 1;
    });
  });
};
