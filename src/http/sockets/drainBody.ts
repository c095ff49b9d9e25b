import type { IncomingMessage } from 'node:http';

import type { SocketLimits } from './socketLimits.ts';

/** Twice the largest body of a request that is not an upload. */
const MAX_DRAINED_BYTES = 16 * 1_048_576;

/**
 * Discards what arrives of a body behind its answer. Many clients read the answer only when they have sent the body, and would lose it if the
 * connection was closed before. A body that pauses, takes too long or is too large closes it nevertheless, so that nobody can hold a connection with it.
 */
export const drainBody = (
  raw: IncomingMessage,
  { bodyPauseMs, bodyBytesPerSecond, requestMs, checkEveryMs }: SocketLimits,
): void => {
  const { socket } = raw;
  if (raw.complete || socket.destroyed) return;
  const before = socket.bytesRead;
  let waitedMs = 0;
  const timer = setInterval(() => {
    waitedMs += checkEveryMs;
    // Node emits no data of the body any more.
    const drained = socket.bytesRead - before;
    const isTooSlow = waitedMs - (drained / bodyBytesPerSecond) * 1000 > bodyPauseMs || waitedMs > requestMs;
    // Without an answer, which would be taken for that of the next request.
    if (isTooSlow || drained > MAX_DRAINED_BYTES) socket.destroy();
    if (raw.complete || socket.destroyed) clearInterval(timer);
  }, checkEveryMs).unref();
};
