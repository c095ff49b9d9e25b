import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';

import type { FastifyInstance } from 'fastify';

import { answerBrokenRequest } from './answerBrokenRequest.ts';
import { drainBody } from './drainBody.ts';
import type { SocketLimits } from './socketLimits.ts';
import { sendInPieces } from './sendInPieces.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Disconnects clients that send their body or read their answer too slowly, so that they cannot hold a slot or memory. */
export const disconnectSlowClients = (app: FastifyInstance, socketLimits: SocketLimits): void => {
  limitConnections(app.server, socketLimits.maxConnections);
  // Not a hook of Fastify, which runs none for some requests, and none after a refusal.
  app.server.prependListener('request', (raw, response) => {
    const { 'content-length': length, 'transfer-encoding': coding } = raw.headers;
    if ((length !== undefined && length !== '0') || coding !== undefined)
      watchBody(raw, response, socketLimits);
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

const UNTIMED = new WeakSet<IncomingMessage>();

/** Exempts the body of a request from the limits of disconnectSlowClients until it is answered: its handler has its own. */
export const letTakeLong = (raw: IncomingMessage): void => void UNTIMED.add(raw);

/** Counts ticks of a timer instead of using the clock: while this process is busy, received bytes stay unread, but only one tick is late. */
const watchBody = (raw: IncomingMessage, response: ServerResponse, socketLimits: SocketLimits): void => {
  const { bodyPauseMs, bodyBytesPerSecond, requestMs, checkEveryMs } = socketLimits;
  const { socket } = raw;
  const before = socket.bytesRead;
  let waitedMs = 0;
  const timer = setInterval(() => {
    if (UNTIMED.has(raw)) return;
    waitedMs += checkEveryMs;
    const comeMs = ((socket.bytesRead - before) / bodyBytesPerSecond) * 1000;
    if (waitedMs - comeMs > bodyPauseMs || waitedMs > requestMs)
      answerBrokenRequest({ code: TOO_SLOW }, socket);
  }, checkEveryMs).unref();
  raw.once('end', () => clearInterval(timer));
  onResponseEnd(response, () => {
    clearInterval(timer);
    drainBody(raw, socketLimits);
  });
};

/** The code of Node for a request that takes too long as a whole. */
const TOO_SLOW = 'ERR_HTTP_REQUEST_TIMEOUT';

/** Sets timeouts for reading the answer. Node resets the timeout of the connection after the answer. */
const watchResponse = (raw: ServerResponse, { readPauseMs, answerMs }: SocketLimits): void => {
  raw.setTimeout(readPauseMs, () => disconnect(raw));
  const timer = setTimeout(() => disconnect(raw), answerMs);
  onResponseEnd(raw, () => clearTimeout(timer));
};

/** Resets the connection, which also frees the buffers of the system, and which the client notices immediately. */
const disconnect = ({ socket }: ServerResponse): void => {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
};

/** Node drops connections beyond the limit. Idle ones are closed then, so that the next client can connect. */
const limitConnections = (server: Server, maxConnections: number): void => {
  server.maxConnections = maxConnections;
  server.on('drop', () => server.closeIdleConnections());
};
