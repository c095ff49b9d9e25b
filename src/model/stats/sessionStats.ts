import type { LoginType } from '../action.ts';
import type { EndReason, StartReason } from '../session/session.ts';

/** What sessions can be grouped by. */
export type SessionDimension =
  'HOST' | 'USER' | 'UID' | 'LOGIN_TYPE' | 'SRC_IP' | 'SRC_NETWORK' | 'START_REASON' | 'END_REASON' | 'OPEN';

/** What the sessions of a group have in common; of a dimension that was not asked for nothing is given. */
export type SessionStatsKey = {
  readonly hostname?: string;
  readonly userName?: string | null;
  readonly userDomain?: string | null;
  readonly uid?: string | null;
  readonly loginType?: LoginType | null;
  /** One of the sources: a session with several is in the group of each. */
  readonly srcIp?: string | null;
  readonly srcNetwork?: string | null;
  readonly startReason?: StartReason;
  readonly endReason?: EndReason | null;
  readonly open?: boolean;
};

/** What is counted of the sessions of a group; only what was asked for is given. */
export type SessionMeasures = {
  readonly count?: number;
  readonly open?: number;
  readonly everLocked?: number;
  readonly distinctUsers?: number;
  readonly distinctHosts?: number;
  readonly distinctSources?: number;
  readonly firstStartedAt?: string | null;
  readonly lastStartedAt?: string | null;
  /** Seconds, of those that ended; null when none did. */
  readonly durationP50?: number | null;
  readonly durationP90?: number | null;
  readonly durationP99?: number | null;
  readonly durationMax?: number | null;
};

/** The measures of durations, which are asked for together. */
export const DURATION_MEASURES = ['durationP50', 'durationP90', 'durationP99', 'durationMax'] as const;

/** What each field that groups can be ordered by is. */
export const SESSION_STATS_ORDERS = {
  COUNT: 'count',
  KEY: 'KEY',
  OPEN: 'open',
  EVER_LOCKED: 'everLocked',
  DISTINCT_USERS: 'distinctUsers',
  DISTINCT_HOSTS: 'distinctHosts',
  DISTINCT_SOURCES: 'distinctSources',
  FIRST_STARTED_AT: 'firstStartedAt',
  LAST_STARTED_AT: 'lastStartedAt',
  DURATION_P50: 'durationP50',
  DURATION_P90: 'durationP90',
  DURATION_P99: 'durationP99',
  DURATION_MAX: 'durationMax',
} as const satisfies Record<string, keyof SessionMeasures | 'KEY'>;
