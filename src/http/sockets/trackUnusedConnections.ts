import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Gives what ends connections over which nothing was asked yet. Browsers and Node's fetch open some ahead of need, Node's
 * closeIdleConnections leaves them, and a server that closes would wait a minute for each.
 */
export const trackUnusedConnections = (server: Server): (() => void) => {
  // By their other end: with TLS a connection is one socket, and its requests come over another.
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
