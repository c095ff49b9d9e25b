import type { LoginType } from '../action.ts';

/** How a session started: with a successful login, or with the first event of a log that begins during the session. */
export const START_REASONS = ['LOGIN', 'FIRST_SEEN'] as const;

export type StartReason = (typeof START_REASONS)[number];

/** How a session ended. SUPERSEDED and HOST_RESTART are upper bounds: the logout itself was not recorded. */
export const END_REASONS = ['LOGOUT', 'SUPERSEDED', 'HOST_RESTART'] as const;

export type EndReason = (typeof END_REASONS)[number];

/** A session is (hostname, loginId) from a login to its end; a host can use a login id again after a restart. */
export type PairKey = { readonly hostname: string; readonly loginId: string };

/**
 * A stored session: the values of its events, and the state that is needed to add later events. Times are canonical.
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
  /** The first known source, and all sources of the session, sorted. */
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
  /** When it was last locked or unlocked, otherwise its start. */
  readonly stateSince: string;
  /** Microseconds between member events in the locked and in the unlocked state; the state after the last event is unknown. */
  readonly lockedUs: number;
  readonly unlockedUs: number;
};

/** The fields that determine which events belong to a session. */
export type SessionExtent = Pick<
  StoredSession,
  'hostname' | 'loginId' | 'startedAt' | 'startUuid' | 'endedAt' | 'lastAt' | 'lastUuid'
>;

/** A session's primary key: its first event. */
export type SessionKey = Pick<StoredSession, 'hostname' | 'startedAt' | 'startUuid'>;
