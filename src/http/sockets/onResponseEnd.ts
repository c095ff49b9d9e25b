import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Calls back once when a response has ended: sent, or given up because the client disconnected. Calls back immediately if it has already ended: a
 * client that disconnected while its key was looked up causes no further event.
 *
 * The socket is watched too. With pipelining Node assigns the socket only to the first response, and the responses waiting behind it never emit
 * `close` when the connection ends.
 */
export const onResponseEnd = (response: ServerResponse, callBack: () => void): void => {
  const { socket } = response.req;
  if (response.destroyed || socket.destroyed) {
    callBack();
    return;
  }
  const waiting = waitingOf(socket);
  const end = (): void => {
    // Only the first of the two events counts.
    if (waiting.delete(end)) callBack();
  };
  waiting.add(end);
  response.once('close', end);
};

const WAITING = new WeakMap<Socket, Set<() => void>>();

/** Returns the callbacks for the end of the connection. They share one listener, because a connection can have any number of responses. */
const waitingOf = (socket: Socket): Set<() => void> => {
  const known = WAITING.get(socket);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  WAITING.set(socket, waiting);
  socket.once('close', () => {
    for (const end of waiting) end();
  });
  return waiting;
};
