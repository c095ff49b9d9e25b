import type { HuntEvent } from './huntEvents.ts';
import { inOrder, lengthOf, micros } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';
import { isOpenAt, sessionsOfLog } from './sessionsOfLog.ts';
import type { SessionOfLog } from './sessionsOfLog.ts';

export type LastingParameters = {
  readonly range: Range;
  readonly minDuration: string;
  readonly loginTypes: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** A session, its duration in microseconds, and the ids of the events that prove it. */
export type Lasting = {
  readonly session: SessionOfLog;
  readonly us: bigint;
  readonly evidence: readonly string[];
};

/** Finds sessions that were open within the range and last long enough, from their start to their end or to the end of the range. */
export const lastingOracle = (events: readonly HuntEvent[], given: LastingParameters): readonly Lasting[] => {
  const { from, until } = given.range;
  const measured = sessionsOfLog(events, given)
    .filter(({ startedAt, endedAt }) => startedAt < until && (endedAt === null || endedAt > from))
    .map((session) => {
      const endedAt = session.endedAt === null || session.endedAt > until ? until : session.endedAt;
      return { session, us: micros(endedAt) - micros(session.startedAt), evidence: evidenceOf(session) };
    })
    .filter(({ us }) => us >= lengthOf(given.minDuration));
  return inOrder(
    measured.map((found) => ({
      ...found,
      time: found.session.startedAt,
      uuid: found.session.startUuid,
    })),
  );
};

/** The first event of the session and its first logout. */
const evidenceOf = ({ startUuid, endReason, events }: SessionOfLog): readonly string[] => {
  const logout = endReason === 'LOGOUT' ? events.find(({ action }) => action === 'LOGOUT') : undefined;
  return logout === undefined || logout.uuid === startUuid ? [startUuid] : [startUuid, logout.uuid];
};

export type UnlockedParameters = {
  readonly at: string;
  readonly minUnlocked: string;
  readonly loginTypes: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** A session that is open and not locked, since when it is unlocked, and the ids of the events that prove it. */
export type Unlocked = {
  readonly session: SessionOfLog;
  readonly since: string;
  readonly evidence: readonly string[];
};

/** Replays each session that is open at `at` up to that time. The longest unlocked come first. */
export const unlockedOracle = (
  events: readonly HuntEvent[],
  given: UnlockedParameters,
): readonly Unlocked[] => {
  const { at, minUnlocked } = given;
  const found = sessionsOfLog(events, given)
    .filter((session) => isOpenAt(session, at))
    .flatMap((session): Unlocked[] => {
      let isLocked = false;
      let [since, by] = [session.startedAt, session.startUuid];
      for (const { action, time, uuid } of session.events.filter((event) => event.time <= at)) {
        if (action === 'UNLOCK' && isLocked) [since, by] = [time, uuid];
        if (action === 'LOCK' || action === 'UNLOCK') isLocked = action === 'LOCK';
      }
      if (isLocked || micros(at) - micros(since) < lengthOf(minUnlocked)) return [];
      return [{ session, since, evidence: [...new Set([session.startUuid, by])] }];
    });
  return inOrder(found.map((match) => ({ ...match, time: match.since, uuid: match.session.startUuid })));
};
