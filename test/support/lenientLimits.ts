import type { SocketLimits } from '../../src/http/sockets/socketLimits.ts';

import { HOUR_MS } from './timeLimits.ts';

/** The server waits for its clients for longer than any test takes. */
export const LENIENT_LIMITS: SocketLimits = {
  headersMs: HOUR_MS,
  requestMs: HOUR_MS,
  bodyPauseMs: HOUR_MS,
  bodyBytesPerSecond: 1000,
  uploadPauseMs: HOUR_MS,
  uploadBytesPerSecond: 1000,
  readPauseMs: HOUR_MS,
  answerMs: HOUR_MS,
  keepAliveMs: HOUR_MS,
  checkEveryMs: 50,
  renewEveryMs: HOUR_MS,
  maxConnections: 1000,
};
