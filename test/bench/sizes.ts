/** How much is measured. Events go in by rounds of batches of 1,000: by the API, by the API without stitching, by the bare statement. */
export type Sizes = typeof FULL;

export const FULL = {
  rounds: { count: 20, batches: 17 },
  /** Batches of shippers and frontends have one event, some events, or as many as most of them send. */
  small: { count: 5, batches: 5, sizes: [10, 1, 50] },
  imports: { count: 3, batches: 60 },
  uploads: { count: 3, logins: 10_000 },
  lines: { count: 100_000, rounds: 5 },
  walk: { pages: 10_000, requests: 300 },
  questions: 60,
  hunts: { days: 5, months: 2 },
  starts: 5,
  longPair: 100_000,
  blocks: { times: 5, hasSlow: true },
  host: { count: 5, seconds: 4 },
  overload: { calm: { count: 5, seconds: 4 }, seconds: 60 },
  peers: { batches: 300, rounds: { count: 5, seconds: 2 } },
  mix: { batches: 300, rounds: { count: 5, seconds: 10 } },
  explorer: { batches: 1000, sessions: 50_000, accounts: 400, rows: 100_000, rounds: 5 },
};

/** A few thousand events in about a minute; LEFT_OUT names what it does not measure. */
export const QUICK: Sizes = {
  rounds: { count: 3, batches: 4 },
  small: { count: 2, batches: 3, sizes: [10] },
  imports: { count: 0, batches: 0 },
  uploads: { count: 0, logins: 0 },
  lines: { count: 10_000, rounds: 3 },
  walk: { pages: 500, requests: 100 },
  questions: 12,
  hunts: { days: 2, months: 0 },
  starts: 1,
  longPair: 5000,
  blocks: { times: 1, hasSlow: false },
  host: { count: 2, seconds: 1 },
  overload: { calm: { count: 0, seconds: 0 }, seconds: 0 },
  peers: { batches: 50, rounds: { count: 3, seconds: 1 } },
  mix: { batches: 30, rounds: { count: 2, seconds: 5 } },
  explorer: { batches: 20, sessions: 5000, accounts: 100, rows: 5000, rounds: 2 },
};

export const LEFT_OUT = 'imports, uploads, hunts over thirty days, bodies of 8 MiB, and overload';
