import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Gives what ends connections over which nothing was asked yet. Browsers and Node's fetch open some ahead of need, Node's
 * closeIdleConnections leaves them, and a server that closes would wait a minute for each.
 */
export const trackUnusedConnections = (server: Server): (() => void) => {
  const unused = new Set<Socket>();
  let isClosing = false;
  server.on('connection', (socket) => {
    if (isClosing) socket.destroy();
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    isClosing = true;
    for (const socket of unused) socket.destroy();
  };
};
