import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Returns a function that ends connections without a request so far. Browsers and Node's fetch open some in advance. Node's closeIdleConnections
 * does not close them, and a closing server would wait a minute for each.
 */
export const trackUnusedConnections = (server: Server): (() => void) => {
  // Identified by the remote end: with TLS the socket of the connection is not the socket of its requests.
  const unused = new Map<string, Socket>();
  const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
  let isClosing = false;
  server.on('connection', (socket) => {
    if (isClosing) socket.destroy();
    const name = nameOf(socket);
    unused.set(name, socket);
    socket.once('close', () => unused.delete(name));
  });
  server.on('request', ({ socket }) => unused.delete(nameOf(socket)));
  return () => {
    isClosing = true;
    for (const socket of unused.values()) socket.destroy();
  };
};
