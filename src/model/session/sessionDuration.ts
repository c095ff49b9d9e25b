import type { StoredSession } from './session.ts';
import { toMicroseconds } from './sessionRank.ts';

/**
 * Microseconds from a session's start to its end, or to `asOf` if it is not over by then; null for an open session without `asOf`, and if
 * the session starts after `asOf`.
 */
export const durationOf = (
  { startedAt, endedAt }: Pick<StoredSession, 'startedAt' | 'endedAt'>,
  asOf: string | null,
): number | null => {
  const until = endedAt === null || (asOf !== null && asOf < endedAt) ? asOf : endedAt;
  if (until === null || until < startedAt) return null;
  return toMicroseconds(until) - toMicroseconds(startedAt);
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
