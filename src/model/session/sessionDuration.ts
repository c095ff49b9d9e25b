import type { StoredSession } from './session.ts';
import { toMicroseconds } from './sessionRank.ts';

type Ends = Pick<StoredSession, 'startedAt' | 'endedAt'>;

/** The end of a session, or `asOf` if it is not over by then; null for an open session without `asOf`, and if it starts after `asOf`. */
export const durationEnd = ({ startedAt, endedAt }: Ends, asOf: string | null): string | null => {
  const until = endedAt === null || (asOf !== null && asOf < endedAt) ? asOf : endedAt;
  return until === null || until < startedAt ? null : until;
};

/** Microseconds from a session's start to durationEnd. */
export const durationOf = (session: Ends, asOf: string | null): number | null => {
  const until = durationEnd(session, asOf);
  return until === null ? null : toMicroseconds(until) - toMicroseconds(session.startedAt);
};

/** Formats microseconds as an ISO 8601 duration without days: `PT26H3M0.5S`. */
export const formatDuration = (us: number): string => {
  const seconds = Math.floor(us / 1_000_000);
  const fraction = String(us % 1_000_000)
    .padStart(6, '0')
    .replace(/(?<!0)0+$/, '');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${seconds % 60}${fraction === '' ? '' : `.${fraction}`}`;
  const parts = [
    hours > 0 ? `${hours}H` : '',
    minutes > 0 ? `${minutes}M` : '',
    rest === '0' ? '' : `${rest}S`,
  ].join('');
  return parts === '' ? 'PT0S' : `PT${parts}`;
};
