import type { HuntEvent } from './huntEvents.ts';
import { inOrder, lengthOf, micros } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';
import { sessionsOfLog } from './sessionsOfLog.ts';
import type { SessionOfLog } from './sessionsOfLog.ts';

export type LastingParameters = {
  readonly range: Range;
  readonly minDuration: string;
  readonly loginTypes: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** A session, how long it lasted in microseconds, and the ids of the events that prove it. */
export type Lasting = {
  readonly session: SessionOfLog;
  readonly us: bigint;
  readonly evidence: readonly string[];
};

/** Every session of the log is measured: open within the range, and long enough from its start to its end or that of the range. */
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

/** What it begins with and the first logout. */
const evidenceOf = ({ startUuid, endReason, events }: SessionOfLog): readonly string[] => {
  const logout = endReason === 'LOGOUT' ? events.find(({ action }) => action === 'LOGOUT') : undefined;
  return logout === undefined || logout.uuid === startUuid ? [startUuid] : [startUuid, logout.uuid];
};
