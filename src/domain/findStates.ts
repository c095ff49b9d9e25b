import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectLastLocks } from '../db/selectStates.ts';
import type { SessionMoment } from '../db/selectStates.ts';

export type SessionState = 'ACTIVE' | 'LOCKED' | 'ENDED';

/** Finds the state of each session at a given time, in order; null before the session's start. */
export const findStates = async (
  db: RequestDatabase,
  moments: readonly SessionMoment[],
): Promise<readonly (SessionState | null)[]> => {
  // Events are needed only for times before the last change of a session's state.
  const past = moments.filter((moment) => stateOf(moment) === 'READ');
  const locks = past.length === 0 ? [] : await selectLastLocks(db, past);
  const stateOfPast = new Map(
    past.map((moment, index) => [moment, locks[index] === 'LOCK' ? 'LOCKED' : 'ACTIVE'] as const),
  );
  return moments.map((moment) => {
    const state = stateOf(moment);
    return state === 'READ' ? (stateOfPast.get(moment) ?? null) : state;
  });
};

const stateOf = ({ session, at }: SessionMoment): SessionState | 'READ' | null => {
  if (at < session.startedAt) return null;
  if (session.endedAt !== null && at >= session.endedAt) return 'ENDED';
  if (at < session.stateSince) return 'READ';
  return session.isLocked ? 'LOCKED' : 'ACTIVE';
};
