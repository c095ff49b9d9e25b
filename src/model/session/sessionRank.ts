import type { StoredSession } from './session.ts';

/** The fields that sessions can be ordered by. */
export type SessionOrderField = 'STARTED' | 'ENDED' | 'DURATION';

type Ends = Pick<StoredSession, 'startedAt' | 'endedAt'>;

/** The end of an open session, which sorts after all others. */
export const NEVER = '9999-12-31T23:59:59.999999Z';

/** Lies between all durations and the ranks of all open sessions: 130 years after 1970. */
const OPEN_RANK_US = 8_000_000_000_000_000;

/**
 * The position of a session in an order, as a canonical time, so that the cursors of all orders have the same format: its start, its end,
 * or 1970 plus its duration. Open sessions count as longer than all others, and those that started first as the longest.
 */
export const rankOf = ({ startedAt, endedAt }: Ends, field: SessionOrderField): string => {
  if (field === 'STARTED') return startedAt;
  if (field === 'ENDED') return endedAt ?? NEVER;
  const startedUs = toMicroseconds(startedAt);
  return fromMicroseconds(endedAt === null ? OPEN_RANK_US - startedUs : toMicroseconds(endedAt) - startedUs);
};

/** Lies between the ranks by duration of sessions that ended and of open ones, if they start before the year 2096. */
export const FIRST_OPEN_RANK = '2096-10-02T07:06:40.000000Z';

/** The time after which a session has no more events: its end or a later logout; NEVER while it is open. */
export const overAt = ({ endedAt, lastAt }: Pick<StoredSession, 'endedAt' | 'lastAt'>): string => {
  if (endedAt === null) return NEVER;
  return endedAt > lastAt ? endedAt : lastAt;
};

/** Microseconds since 1970, exact: a double holds 285 years of them. */
export const toMicroseconds = (time: string): number =>
  Date.parse(`${time.slice(0, 19)}Z`) * 1000 + Number(time.slice(20, 26));

/** The canonical time of microseconds since 1970. */
export const fromMicroseconds = (us: number): string => {
  const second = new Date(Math.floor(us / 1_000_000) * 1000).toISOString().slice(0, 19);
  return `${second}.${String(us % 1_000_000).padStart(6, '0')}Z`;
};
