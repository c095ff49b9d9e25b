import { stateAt } from '../sessions/periods.ts';
import { recordedState } from '../sessions/recordedState.ts';

import type { HuntEvent } from './huntEvents.ts';
import { inOrder, lengthOf, micros } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';
import { endOf, sessionsOfLog } from './sessionsOfLog.ts';
import type { SessionOfLog } from './sessionsOfLog.ts';

export type LastingParameters = {
  readonly range: Range;
  readonly minDuration: string;
  readonly loginTypes: readonly string[] | null;
  readonly includeUnknown: boolean;
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
    .filter((session) => session.startedAt < until && endOf(session, given) > from)
    .map((session) => {
      const us = micros(endOf(session, given)) - micros(session.startedAt);
      return { session, us, evidence: evidenceOf(session) };
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

/** The first event of the session and the logout that ended it. */
const evidenceOf = ({ startUuid, folded: { endUuid } }: SessionOfLog): readonly string[] =>
  endUuid === null || endUuid === startUuid ? [startUuid] : [startUuid, endUuid];

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

/** Finds sessions whose state at `at` is ACTIVE, since the start of that period. The longest unlocked come first. */
export const unlockedOracle = (
  events: readonly HuntEvent[],
  given: UnlockedParameters,
): readonly Unlocked[] => {
  const { at, minUnlocked } = given;
  const found = sessionsOfLog(events, given)
    .filter(({ host, folded }) => stateAt(host, folded, at) === 'ACTIVE')
    .flatMap((session): Unlocked[] => {
      const { folded, startUuid } = session;
      const told = folded.ownFacts.map(({ time }) => time).filter((time) => time <= at);
      const last = told.findLastIndex((time) => recordedState(folded, time) !== 'ACTIVE');
      const since = told.slice(last + 1).find((time) => last < 0 || time > told[last]!)!;
      if (micros(at) - micros(since) < lengthOf(minUnlocked)) return [];
      const by = session.events.findLast(
        ({ action, time }) => time === since && (action === 'UNLOCK' || action === 'RECONNECT'),
      );
      return [{ session, since, evidence: [...new Set([startUuid, by?.uuid ?? startUuid])] }];
    });
  return inOrder(found.map((match) => ({ ...match, time: match.since, uuid: match.session.startUuid })));
};
