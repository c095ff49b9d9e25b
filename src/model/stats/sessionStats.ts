import type { LoginType } from '../action.ts';
import type { EndReason, StartReason } from '../session/session.ts';

/** The dimensions that sessions can be grouped by. */
export type SessionDimension =
  'HOST' | 'USER' | 'UID' | 'LOGIN_TYPE' | 'SRC_IP' | 'SRC_NETWORK' | 'START_REASON' | 'END_REASON' | 'OPEN';

/** The values that all sessions of a group have in common; values of dimensions that were not requested are absent. */
export type SessionStatsKey = {
  readonly hostname?: string;
  readonly userName?: string | null;
  readonly userDomain?: string | null;
  readonly uid?: string | null;
  readonly loginType?: LoginType | null;
  /** One of the sources: a session with several sources is in the group of each. */
  readonly srcIp?: string | null;
  readonly srcNetwork?: string | null;
  readonly startReason?: StartReason;
  readonly endReason?: EndReason | null;
  readonly open?: boolean;
};

/** The measures of the sessions of a group; those that were not requested are absent. */
export type SessionMeasures = {
  readonly count?: number;
  readonly open?: number;
  readonly everLocked?: number;
  readonly distinctUsers?: number;
  readonly distinctHosts?: number;
  readonly distinctSources?: number;
  readonly firstStartedAt?: string | null;
  readonly lastStartedAt?: string | null;
  /** The number of ended sessions whose end is an upper bound. The durations do not count them. */
  readonly boundedCount?: number;
  /** Seconds, for sessions with an exact end; null if there are none. */
  readonly durationP50?: number | null;
  readonly durationP90?: number | null;
  readonly durationP99?: number | null;
  readonly durationMax?: number | null;
};

/** The measures of durations, which are queried together. */
export const DURATION_MEASURES = ['durationP50', 'durationP90', 'durationP99', 'durationMax'] as const;

/** The measure, or the key, for each field that groups can be ordered by. */
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
  BOUNDED_COUNT: 'boundedCount',
  DURATION_P50: 'durationP50',
  DURATION_P90: 'durationP90',
  DURATION_P99: 'durationP99',
  DURATION_MAX: 'durationMax',
} as const satisfies Record<string, keyof SessionMeasures | 'KEY'>;
