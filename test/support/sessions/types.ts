/** An event as it is stored: `userDomain` and `userName` are folded, `time` is canonical UTC text with 6 digits. */
export type OracleEvent = {
  readonly kind: 'EVENT';
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly action: 'LOGIN' | 'LOGOUT' | 'RECONNECT' | 'LOCK' | 'UNLOCK';
  readonly loginSuccessful?: boolean;
  readonly linkedLoginId?: string | null;
  readonly loginId: string | null;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly loginType?: string | null;
  readonly srcIp?: string | null;
  readonly sourceId: string | null;
};

export type OracleDisconnect = {
  readonly kind: 'DISCONNECT';
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly loginId: string | null;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly sourceId: string | null;
};

/** A fact about the host and not about a pair (hostname, login id). */
export type OracleHostFact = {
  readonly kind: 'HOST_START' | 'HOST_STOP' | 'HOST_SEEN';
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly sourceId: string | null;
};

/** A fact that names a login id. */
export type OraclePairFact = OracleEvent | OracleDisconnect;

export type OracleContext = OracleDisconnect | OracleHostFact;

export type OracleFact = OracleEvent | OracleContext;

export type OracleEndReason = 'LOGOUT' | 'SUPERSEDED' | 'HOST_STOP' | 'HOST_RESTART';

export type OracleSession = {
  readonly hostname: string;
  readonly loginId: string;
  readonly startedAt: string;
  readonly startUuid: string;
  readonly startReason: 'LOGIN' | 'FIRST_SEEN';
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly loginType: string | null;
  readonly srcIp: string | null;
  readonly srcIps: readonly string[];
  readonly endedAt: string | null;
  readonly endReason: OracleEndReason | null;
  /** The LOGOUT that ended it. */
  readonly endUuid: string | null;
  readonly lockCount: number;
  readonly unlockCount: number;
  readonly reconnectCount: number;
  /** All events that belong to it, in the order of the fold. */
  readonly memberUuids: readonly string[];
  /** All Disconnects that belong to it, in the order of the fold. */
  readonly memberContextUuids: readonly string[];
  /** The facts of its own pair from the opening to the end, without those that belong to it and change nothing. */
  readonly ownFacts: readonly OraclePairFact[];
  /** The fact that ended it: a LOGOUT, the next opening, a stop or a start. */
  readonly endFact: OracleFact | null;
  /** The time before which retention dropped events and Disconnects; null before any retention. */
  readonly keptFrom: string | null;
};

export type OracleHost = {
  /** In the order of the fold. */
  readonly facts: readonly OracleFact[];
  /** SILENCE in microseconds. */
  readonly silence: number;
  /** In the order in which they opened. */
  readonly sessions: readonly OracleSession[];
  /** The session of each event and Disconnect that belongs to one, by uuid. */
  readonly sessionOfFact: ReadonlyMap<string, OracleSession>;
  /** The facts that belong to a stopped session by rule 9. */
  readonly lateUuids: ReadonlySet<string>;
};

export type OracleState = 'ACTIVE' | 'LOCKED' | 'DISCONNECTED' | 'UNKNOWN' | 'ENDED';
