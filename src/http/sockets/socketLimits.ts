/** How long the server waits for its clients. */
export type SocketLimits = {
  readonly headersMs: number;
  /** For a whole request, including its body. */
  readonly requestMs: number;
  /** The total of all pauses while a body is sent; besides, it must arrive at this rate. */
  readonly bodyPauseMs: number;
  readonly bodyBytesPerSecond: number;
  /** The same for an upload, whose size the client cannot choose. It has no limit for the whole. */
  readonly uploadPauseMs: number;
  readonly uploadBytesPerSecond: number;
  /** How long a client may read nothing of an answer (less than 64 KiB of a large one), and how long the whole answer may take. */
  readonly readPauseMs: number;
  readonly answerMs: number;
  readonly keepAliveMs: number;
  readonly checkEveryMs: number;
  /** How often the server checks for a renewed certificate. */
  readonly renewEveryMs: number;
  readonly maxConnections: number;
};

/** Node's defaults are a minute for headers, five for a body, and no limit for reading an answer: slow clients could hold every slot. */
export const SOCKET_LIMITS: SocketLimits = {
  // A satellite link needs two seconds.
  headersMs: 10_000,
  // 8 MiB, the largest body, in two minutes: 0.6 Mbit/s. Slower clients must send smaller batches.
  requestMs: 120_000,
  // A lost packet is usually sent again within three seconds.
  bodyPauseMs: 5000,
  // Holding all 64 slots with endless bodies takes 8 Mbit/s, and new requests every two minutes.
  bodyBytesPerSecond: 16_384,
  // Longer than any pause of systemd-journal-upload, which reads files.
  uploadPauseMs: 120_000,
  // A slow modem. Holding all 64 slots takes 0.5 Mbit/s and a key.
  uploadBytesPerSecond: 1024,
  // At a steady rate that is 52 kbit/s. The largest answer, of 64 MiB, needs 4.5 Mbit/s to be read within two minutes.
  readPauseMs: 10_000,
  answerMs: 120_000,
  // Longer than the keep-alive of most proxies (60 s): a request that is sent while the server closes the connection would be lost.
  keepAliveMs: 72_000,
  // Node's default is twice a minute, which would add half a minute to all limits above.
  checkEveryMs: 1000,
  renewEveryMs: 10_000,
  // With TLS each takes some 60 KB of memory. When all are taken, idle ones are closed.
  maxConnections: 1000,
};
