import type { LoginType } from '../action.ts';

import type { StateFold } from './foldStates.ts';

/** How a session started: with a successful login, or with the first event of a log that begins during the session. */
export const START_REASONS = ['LOGIN', 'FIRST_SEEN'] as const;

export type StartReason = (typeof START_REASONS)[number];

/** How a session ended. SUPERSEDED and HOST_RESTART are upper bounds: the end itself was not recorded. */
export const END_REASONS = ['LOGOUT', 'SUPERSEDED', 'HOST_STOP', 'HOST_RESTART'] as const;

export type EndReason = (typeof END_REASONS)[number];

/** A session is (hostname, loginId) from a login to its end; a host can use a login id again after a restart. */
export type PairKey = { readonly hostname: string; readonly loginId: string };

/**
 * A stored session: the values of its events, and the state that is needed to add later facts. Times are canonical.
 *
 * Its member events are those of its pair from the start to (lastAt, lastUuid), both inclusive, except those that belong to an elevated
 * twin of the pair.
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
  /** The last fact that belongs to the session. The uuid of a Disconnect is that of its position: see positionOfDisconnect. */
  readonly lastAt: string;
  readonly lastUuid: string;
  /** The last of these facts up to the end. It proves the session. */
  readonly ownLastAt: string;
  readonly lockCount: number;
  readonly unlockCount: number;
  readonly reconnectCount: number;
  readonly states: StateFold;
  /** Whether a twin of the pair takes the events after the last fact, until a cut. */
  readonly isDiverted: boolean;
};

/** The fields that determine which events belong to a session. */
export type SessionExtent = Pick<
  StoredSession,
  'hostname' | 'loginId' | 'startedAt' | 'startUuid' | 'lastAt' | 'lastUuid'
>;

/** A session's primary key: its first event. */
export type SessionKey = Pick<StoredSession, 'hostname' | 'startedAt' | 'startUuid'>;
