import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Requests of one connection in one turn of the event loop. Browsers, proxies and usual clients wait for the answer before the next request. */
const MAX_PIPELINED = 100;

/**
 * Closes a connection that sends too many requests without waiting for answers. Node reads up to 2 MiB from a connection in one turn, and
 * starts every request in it: 20,000 small ones would block the event loop for 0.3 s. The rest of the current chunk of 64 KiB is still parsed.
 */
export const limitPipelining = (app: FastifyInstance): void => {
  const counts = new Map<Socket, number>();
  // Before Fastify, which runs no hooks for some requests.
  app.server.prependListener('request', ({ socket }) => {
    if (counts.size === 0) setImmediate(() => counts.clear());
    const count = (counts.get(socket) ?? 0) + 1;
    counts.set(socket, count);
    if (count <= MAX_PIPELINED || socket.destroyed) return;
    socket.destroy();
    app.log.info(
      { errorCodes: ['TOO_MANY_PIPELINED'] },
      'A connection was closed: it sent too many requests without waiting for answers.',
    );
  });
  app.addHook('onRequest', async ({ raw }, reply) => {
    if (raw.socket.destroyed) reply.hijack();
  });
};
