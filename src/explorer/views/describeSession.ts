import type { TimelineSessionFragment } from '../api/documents.ts';
import { formatNumber } from '../parts/formatCount.ts';
import { formatText } from '../state/times.ts';
import { END_REASONS, START_REASONS } from '../tables/valueNames.ts';

type Session = Pick<TimelineSessionFragment, 'startReason' | 'endedAt' | 'endedAfter' | 'endReason'>;

/** Says how a session began. */
export const describeStart = ({ startReason }: Session): string =>
  startReason === 'LOGIN' ? START_REASONS.LOGIN : `or earlier: ${START_REASONS.FIRST_SEEN}`;

/** The addresses from which a session was used, the first one first. */
export const describeSources = ({
  srcIp,
  srcIps,
}: Pick<TimelineSessionFragment, 'srcIp' | 'srcIps'>): string => {
  if (srcIp === null) return '–';
  const sources = [srcIp, ...srcIps.filter((source) => source !== srcIp)];
  const more = sources.length - MOST_SOURCES;
  return `${sources.slice(0, MOST_SOURCES).join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
};

const MOST_SOURCES = 3;

/** Says how a session ended, and up to when it is proven if the end is not. */
export const describeEnd = ({ endedAt, endedAfter, endReason }: Session, zone: string): string => {
  const proof = `proven until ${formatText(endedAfter, zone)}`;
  if (endedAt === null || endReason === null) return `no end is recorded; ${proof}`;
  const end = END_REASONS[endReason];
  return endedAt === endedAfter ? end : `at the latest: ${end}; ${proof}`;
};
