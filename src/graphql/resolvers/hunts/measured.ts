import type { LongSessions } from '../../../model/hunts/longSessions.ts';
import { durationOf, formatDuration } from '../../../model/session/sessionDuration.ts';

/** How long a session lasted that a hunt looked at until a moment after its start. */
export const measured = {
  duration: ({ session, until }: LongSessions): string => formatDuration(durationOf(session, until) ?? 0),
  durationSeconds: ({ session, until }: LongSessions): number =>
    (durationOf(session, until) ?? 0) / 1_000_000,
};
