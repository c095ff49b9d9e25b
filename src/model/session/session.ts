import type { LoginType } from '../action.ts';

/** What began a session: a successful login, or the first event of a log that begins in its middle. */
export const START_REASONS = ['LOGIN', 'FIRST_SEEN'] as const;

export type StartReason = (typeof START_REASONS)[number];

/** What ended a session. SUPERSEDED and HOST_RESTART are upper bounds: the logout itself was not recorded. */
export const END_REASONS = ['LOGOUT', 'SUPERSEDED', 'HOST_RESTART'] as const;

export type EndReason = (typeof END_REASONS)[number];

/** A session is (hostname, loginId) from a login to its end; a login id comes back after a restart of its host. */
export type PairKey = { readonly hostname: string; readonly loginId: string };

/**
 * A session as it is stored: what its events say, and the state from which later events are folded on. Times are canonical.
 *
 * Its member events are those of its pair from the start to (lastAt, lastUuid), both inclusive.
 */
export type StoredSession = PairKey & {
  readonly startedAt: string;
  readonly startUuid: string;
  readonly startReason: StartReason;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly loginType: LoginType | null;
  /** The first source known, and all that the session had, sorted. */
  readonly srcIp: string | null;
  readonly srcIps: readonly string[];
  readonly endedAt: string | null;
  readonly endReason: EndReason | null;
  readonly endUuid: string | null;
  readonly lastAt: string;
  readonly lastUuid: string;
  readonly lockCount: number;
  readonly unlockCount: number;
  readonly reconnectCount: number;
  readonly isLocked: boolean;
  /** When it was last locked or unlocked, else its start. */
  readonly stateSince: string;
  /** Microseconds between member events that it was locked and not; what comes after the last event is not known. */
  readonly lockedUs: number;
  readonly unlockedUs: number;
};

/** What says which events are a session's. */
export type SessionExtent = Pick<
  StoredSession,
  'hostname' | 'loginId' | 'startedAt' | 'startUuid' | 'endedAt' | 'lastAt' | 'lastUuid'
>;

/** A session's primary key: its first event. */
export type SessionKey = Pick<StoredSession, 'hostname' | 'startedAt' | 'startUuid'>;
