import type { FastifyInstance } from 'fastify';

/** Bodies of 8 MiB each bound the memory, and the pools' waiting queues, which have no bound of their own. */
const MAX_IN_FLIGHT = 64;

/** Refuses work beyond what can be in hand at once, before its body is read: 503 with Retry-After, nothing was done. */
export const limitInFlight = (app: FastifyInstance): void => {
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/(?:graphql|ingest)/.test(request.url)) return;
    if (inFlight >= MAX_IN_FLIGHT) {
      const message = `More than ${MAX_IN_FLIGHT} requests are in flight; try again.`;
      await reply
        .code(503)
        .header('retry-after', '1')
        .send({ errors: [{ message, extensions: { code: 'OVERLOADED', retryable: true } }] });
      return;
    }
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
  });
};
