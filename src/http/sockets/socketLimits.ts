/** How long the server waits for those at the other end of its connections. */
export type SocketLimits = {
  readonly headersMs: number;
  /** A whole request, its body included. */
  readonly requestMs: number;
  /** A body may pause for so long, all its pauses together, and comes at this rate besides. */
  readonly bodyPauseMs: number;
  readonly bodyBytesPerSecond: number;
  /** An answer of which nothing, of a large one no 64 KiB, is read for so long; and all of it. */
  readonly readPauseMs: number;
  readonly answerMs: number;
  readonly keepAliveMs: number;
  readonly checkEveryMs: number;
  /** How often it looks for a renewed certificate. */
  readonly renewEveryMs: number;
  readonly maxConnections: number;
};

/** Node's own patience is a minute for headers, five for a body, and endless for who does not read: enough to hold every place. */
export const SOCKET_LIMITS: SocketLimits = {
  // A satellite link needs two.
  headersMs: 10_000,
  // 8 MiB, the largest body, in two minutes: 0.6 Mbit/s. Who has less sends smaller batches.
  requestMs: 120_000,
  // A lost packet is sent again after three seconds at most times.
  bodyPauseMs: 5000,
  // To hold the 64 places with bodies that never end takes 8 Mbit/s, and anew every two minutes.
  bodyBytesPerSecond: 16_384,
  // Steadily that is 52 kbit/s; the largest answer, of 64 MiB, wants 4.5 Mbit/s besides, to be read in the two minutes.
  readPauseMs: 10_000,
  answerMs: 120_000,
  // Longer than proxies keep theirs (60 s for most): a request that crosses with our goodbye would be lost.
  keepAliveMs: 72_000,
  // Node looks twice a minute otherwise, and everything above would be half a minute more.
  checkEveryMs: 1000,
  renewEveryMs: 10_000,
  // With TLS each takes some 60 KB of memory. When all are taken, those are closed over which nothing is asked.
  maxConnections: 1000,
};
