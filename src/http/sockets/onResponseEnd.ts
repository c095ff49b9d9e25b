import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Calls back once when a response is over: sent, or given up because the client is gone. At once when it is over already: a client that hung
 * up while its key was looked up causes no further event.
 *
 * The socket is watched, too. Of requests that are pipelined Node gives the socket to the first response only, and the responses that wait
 * behind it never emit `close` when the connection ends.
 */
export const onResponseEnd = (response: ServerResponse, callBack: () => void): void => {
  const { socket } = response.req;
  if (response.destroyed || socket.destroyed) {
    callBack();
    return;
  }
  const waiting = waitingOf(socket);
  const end = (): void => {
    // Of the two events only the first counts.
    if (waiting.delete(end)) callBack();
  };
  waiting.add(end);
  response.once('close', end);
};

const WAITING = new WeakMap<Socket, Set<() => void>>();

/** What to call when the connection ends. One listener for all: a connection can carry any number of responses. */
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
