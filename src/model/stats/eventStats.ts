import type { Action, LoginType } from '../action.ts';

/** The dimensions that events can be grouped by. */
export type EventDimension =
  'ACTION' | 'HOST' | 'USER' | 'UID' | 'LOGIN_TYPE' | 'SRC_IP' | 'SRC_NETWORK' | 'DEST_PORT' | 'OUTCOME';

/** The values that all events of a group have in common; values of dimensions that were not requested are absent. */
export type EventStatsKey = {
  readonly action?: Action;
  readonly hostname?: string;
  readonly userName?: string | null;
  readonly userDomain?: string | null;
  readonly uid?: string | null;
  readonly loginType?: LoginType | null;
  readonly srcIp?: string | null;
  /** /24 of IPv4, /64 of IPv6. */
  readonly srcNetwork?: string | null;
  readonly destPort?: number | null;
  readonly outcome?: 'SUCCESS' | 'FAILURE' | null;
};

/** The measures of the events of a group; those that were not requested are absent. */
export type EventMeasures = {
  readonly count?: number;
  readonly successes?: number;
  readonly failures?: number;
  readonly distinctUsers?: number;
  readonly distinctHosts?: number;
  readonly distinctSources?: number;
  readonly firstAt?: string | null;
  readonly lastAt?: string | null;
};

/** The measure, or the key, for each field that groups can be ordered by. */
export const EVENT_STATS_ORDERS = {
  COUNT: 'count',
  KEY: 'KEY',
  SUCCESSES: 'successes',
  FAILURES: 'failures',
  DISTINCT_USERS: 'distinctUsers',
  DISTINCT_HOSTS: 'distinctHosts',
  DISTINCT_SOURCES: 'distinctSources',
  FIRST_AT: 'firstAt',
  LAST_AT: 'lastAt',
} as const satisfies Record<string, keyof EventMeasures | 'KEY'>;
