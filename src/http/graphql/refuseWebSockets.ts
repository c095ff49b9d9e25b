import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';

/**
 * Refuses the handshake of a WebSocket, with which clients start subscriptions. Node would answer it as a GET. Add it before the keys are checked:
 * a browser cannot send one in a handshake, and an error about the key would hide the reason.
 */
export const refuseWebSockets = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ headers, routeOptions }, reply) => {
    if (routeOptions.url !== '/graphql' || !/websocket/i.test(headers.upgrade ?? '')) return;
    await sendError(reply, {
      status: 400,
      code: 'SUBSCRIPTIONS_NOT_SUPPORTED',
      message: 'WebSockets and subscriptions are not supported yet. Poll with a query by POST, newest first.',
    });
  });
};
