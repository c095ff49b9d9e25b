import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';

import type { FastifyInstance } from 'fastify';

import { answerBrokenRequest } from './answerBrokenRequest.ts';
import type { SocketLimits } from './socketLimits.ts';
import { sendInPieces } from './sendInPieces.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Cuts off those who send their body, or read their answer, too slowly, so that they hold no place and no memory. */
export const disconnectSlowClients = (app: FastifyInstance, socketLimits: SocketLimits): void => {
  limitConnections(app.server, socketLimits.maxConnections);
  app.addHook('onRequest', async ({ raw }, reply) => {
    const { 'content-length': length, 'transfer-encoding': coding } = raw.headers;
    if ((length !== undefined && length !== '0') || coding !== undefined)
      watchBody(raw, reply.raw, socketLimits);
  });
  app.addHook('onSend', async ({ method }, reply, answer) => {
    const { raw } = reply;
    watchResponse(raw, socketLimits);
    const reading = { pauseMs: socketLimits.readPauseMs, onTooSlow: () => disconnect(raw) };
    const pieces = method === 'HEAD' ? null : sendInPieces(answer, reading);
    if (pieces === null) return answer;
    void reply.header('content-length', pieces.bytes);
    return pieces.stream;
  });
};

/**
 * By ticks of a timer, not by the clock: when this process was busy, what came meanwhile is still unread, and one tick is late rather than
 * many missed.
 */
const watchBody = (
  raw: IncomingMessage,
  answer: ServerResponse,
  { bodyPauseMs, bodyBytesPerSecond, checkEveryMs }: SocketLimits,
): void => {
  const { socket } = raw;
  const before = socket.bytesRead;
  let waitedMs = 0;
  const timer = setInterval(() => {
    waitedMs += checkEveryMs;
    const comeMs = ((socket.bytesRead - before) / bodyBytesPerSecond) * 1000;
    if (waitedMs - comeMs > bodyPauseMs) answerBrokenRequest({ code: TOO_SLOW }, socket);
  }, checkEveryMs);
  const stop = (): void => clearInterval(timer);
  raw.once('end', stop);
  // Whether or not there was one; of a body that nobody reads, since it is too large, its own request never tells.
  onResponseEnd(answer, stop);
};

/** As Node names it when a request takes too long as a whole. */
const TOO_SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

/** Node takes back the timeout of the connection after the answer. */
const watchResponse = (raw: ServerResponse, { readPauseMs, answerMs }: SocketLimits): void => {
  raw.setTimeout(readPauseMs, () => disconnect(raw));
  const timer = setTimeout(() => disconnect(raw), answerMs);
  onResponseEnd(raw, () => clearTimeout(timer));
};

/** By a reset, which lets go of what the system holds for the client, too, and which it notices at once. */
const disconnect = ({ socket }: ServerResponse): void => {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
};

/** A connection too many is dropped by Node; the next finds the room of those that are only kept. */
const limitConnections = (server: Server, maxConnections: number): void => {
  server.maxConnections = maxConnections;
  server.on('drop', () => server.closeIdleConnections());
};
