/** What a server says about itself. */
export type ServerFacts = {
  readonly isStandby: boolean;
  /** No two servers start in the same microsecond. */
  readonly startedAt: string;
  /** The identifier of the cluster, which a standby has from its primary, and the name of the database. */
  readonly identity: string;
  /** Whether it receives the log, and has replayed all that it received. Null on a primary. */
  readonly isCaughtUp: boolean | null;
  /** How long ago the transaction that it replayed last was committed, by the clocks of both servers; null if there is none. */
  readonly lastReplayedMs: number | null;
};

/**
 * USED: a standby that is up to date. SAME: the primary itself, so that its reads are never late. The others are not used: STARTING was not looked at
 * yet, UNREACHABLE did not answer, PROMOTED is a primary of its own, FOREIGN has other data.
 */
export type ReplicaState = 'USED' | 'SAME' | 'STARTING' | 'UNREACHABLE' | 'PROMOTED' | 'FOREIGN' | 'LAGGING';

/** `lagMs` is null if it is unknown. */
export type Judgement = { readonly state: ReplicaState; readonly lagMs: number | null };

type Evidence = {
  /** Null if the server did not answer. */
  readonly reader: ServerFacts | null;
  readonly primary: ServerFacts | null;
  readonly maxLagMs: number;
  /** How long ago the replica had no lag. */
  readonly sinceCaughtUpMs: number;
};

/**
 * Judges whether reads may go to a replica.
 *
 * The age of the last replayed transaction alone would grow while nothing is written, and would be wrong for a moment when the first transaction
 * after a pause arrives. So the lag is zero while all that is received is replayed, and never more than the time since it was zero.
 */
export const judgeReplica = ({ reader, primary, maxLagMs, sinceCaughtUpMs }: Evidence): Judgement => {
  if (reader === null) return { state: 'UNREACHABLE', lagMs: null };
  if (primary !== null && reader.identity !== primary.identity) return { state: 'FOREIGN', lagMs: null };
  if (!reader.isStandby)
    return reader.startedAt === primary?.startedAt
      ? { state: 'SAME', lagMs: 0 }
      : { state: 'PROMOTED', lagMs: null };
  // Until the primary has answered once, its data may be those of another.
  if (primary === null) return { state: 'STARTING', lagMs: null };
  if (reader.isCaughtUp === true) return { state: 'USED', lagMs: 0 };
  const lagMs = Math.max(0, Math.min(reader.lastReplayedMs ?? Infinity, sinceCaughtUpMs));
  if (lagMs === Infinity) return { state: 'LAGGING', lagMs: null };
  return { state: lagMs > maxLagMs ? 'LAGGING' : 'USED', lagMs };
};
