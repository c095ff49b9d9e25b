import type { Predicate } from '../filter/predicate.ts';
import { shiftTime } from '../values/time.ts';

import type { TimeRange } from './parameters.ts';

/** Whether hunts count the time after the last proof of a session, up to its end. */
export type UnknownTime = { readonly includeUnknown: boolean };

/** What db functions take: SILENCE, or null if sessions are open until their end. */
export const silenceFor = ({ includeUnknown }: UnknownTime, silenceUs: number): number | null =>
  includeUnknown ? null : silenceUs;

/** The conditions for sessions that are open at some moment of a half-open range, by huntEnd unless `silenceUs` is null. */
export const presentWithin = (
  { from, until }: TimeRange,
  silenceUs: number | null,
  leastUs = 1,
): readonly Predicate[] => [
  { kind: 'overlaps', from, until },
  ...(silenceUs === null ? [] : [{ kind: 'presentAfter', time: from, leastUs, silenceUs } as const]),
];

/**
 * The conditions for sessions that are open at a time, by huntEnd unless `silenceUs` is null. What ends without a record of it is over later than
 * at huntEnd, not at it.
 */
export const presentAt = (time: string, silenceUs: number | null): readonly Predicate[] => [
  { kind: 'activeAt', time },
  ...(silenceUs === null
    ? []
    : [{ kind: 'presentAfter', time: shiftTime(time, -1), leastUs: 0, silenceUs } as const]),
];
