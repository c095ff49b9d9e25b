import type { FastifyInstance } from 'fastify';

import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { POSITION_HEADER } from '../positionHeader.ts';

/**
 * Lets web pages of these origins send requests to /graphql (CORS); browsers withhold the answers from all other origins. Preflight requests have
 * no key, so this hook runs before guardRoutes, and its answer contains nothing else. Cookies are not allowed because they are not used.
 */
export const allowOrigins = (app: FastifyInstance, origins: readonly string[]): void => {
  if (origins.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql' || wantsPlayground(request)) return;
    void reply.header('vary', 'origin');
    const { origin, 'access-control-request-method': wanted } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    void reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': `ratelimit, ratelimit-policy, retry-after, ${POSITION_HEADER}`,
    });
    if (request.method !== 'OPTIONS' || wanted === undefined) return;
    await reply.code(204).headers(PREFLIGHT).send();
  });
};

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': `authorization, content-type, apollo-require-preflight, x-apollo-operation-name, ${POSITION_HEADER}`,
  // Two hours: browsers do not cache it for longer.
  'access-control-max-age': '7200',
};
