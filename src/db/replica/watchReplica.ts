import { setTimeout as sleep } from 'node:timers/promises';

import type { BoundedPool } from '../openPool.ts';

import { judgeReplica } from './judgeReplica.ts';
import type { Judgement, ReplicaState, ServerFacts } from './judgeReplica.ts';

/** Why reads of a request were moved to the primary. */
export type MoveReason = 'NOT_USED' | 'BEHIND' | 'CONFLICT' | 'FAILED';

/** What is known about the replica. Each process looks once a second. */
export type Replica = {
  /** The pool on the primary, with the same login, for reads that the replica cannot answer. */
  readonly primaryPool: BoundedPool;
  readonly state: () => ReplicaState;
  /** Whether reads go to it. */
  readonly isUsed: () => boolean;
  /** Null if it is unknown. */
  readonly lagSeconds: () => number | null;
  /** A statement failed because of the replica: it is not used until it has been looked at again. */
  readonly noteFailure: () => void;
  readonly noteMove: (reason: MoveReason) => void;
  /** The number of requests that were moved so far. */
  readonly countMoves: () => Readonly<Record<MoveReason, number>>;
  /** Called with each new state. */
  readonly listeners: Set<(state: ReplicaState) => void>;
  readonly close: () => Promise<void>;
};

type Watched = {
  readonly primaryPool: BoundedPool;
  /** One connection to the replica that no request uses. */
  readonly probePool: BoundedPool;
  /** A connection to the primary. */
  readonly keyPool: BoundedPool;
  /** A replica with more lag is not used. */
  readonly maxLagMs: number;
  readonly everyMs?: number;
};

const EVERY_MS = 1000;

/** Watches a replica until `close`. It is not used before it has been looked at once. */
export const watchReplica = ({
  primaryPool,
  probePool,
  keyPool,
  maxLagMs,
  everyMs = EVERY_MS,
}: Watched): Replica => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const listeners: Replica['listeners'] = new Set();
  const moves = { NOT_USED: 0, BEHIND: 0, CONFLICT: 0, FAILED: 0 };
  let known: Judgement = { state: 'STARTING', lagMs: null };
  /** The primary when it was asked last, and when the replica had no lag (performance.now()). */
  let primary: ServerFacts | null = null;
  let caughtUpMs = -Infinity;

  const become = (judgement: Judgement): void => {
    const { state } = known;
    known = judgement;
    if (judgement.state === state) return;
    for (const listen of listeners) listen(judgement.state);
  };
  const look = async (): Promise<void> => {
    const startMs = performance.now();
    const reader = await selectFacts(probePool);
    // The primary changes at a failover only, and then this server is not in recovery.
    if (primary === null || reader?.isStandby === false) primary = await selectFacts(keyPool);
    const judgement = judgeReplica({ reader, primary, maxLagMs, sinceCaughtUpMs: startMs - caughtUpMs });
    if (judgement.lagMs === 0) caughtUpMs = startMs;
    become(judgement);
  };
  const repeat = async (): Promise<void> => {
    while (!signal.aborted) {
      await look();
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const repeating = repeat();
  return {
    primaryPool,
    state: () => known.state,
    isUsed: () => known.state === 'USED' || known.state === 'SAME',
    lagSeconds: () => (known.lagMs === null ? null : known.lagMs / 1000),
    noteFailure: () => become({ state: 'UNREACHABLE', lagMs: null }),
    noteMove: (reason) => void (moves[reason] += 1),
    countMoves: () => moves,
    listeners,
    close: async () => {
      stopping.abort();
      await repeating;
      await Promise.all([probePool.end(), primaryPool.end()]);
    },
  };
};

/**
 * Reads what is compared; null if the server does not answer. Functions and a view of the server's state; no index. A login without privileges sees
 * that a receiver runs, which is the case while it is connected to the primary.
 */
const selectFacts = async (pool: BoundedPool): Promise<ServerFacts | null> => {
  try {
    const { rows } = await pool.query<ServerFacts>({
      name: 'replica_facts',
      text: `select pg_is_in_recovery() as "isStandby", pg_postmaster_start_time()::text as "startedAt",
          (select system_identifier::text from pg_control_system()) || ' ' || current_database() as identity,
          pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn() and exists (select from pg_stat_wal_receiver) as "isCaughtUp",
          (extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::float8 as "lastReplayedMs"`,
    });
    return rows[0] ?? null;
  } catch {
    return null;
  }
};
