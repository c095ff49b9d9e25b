import type { LoginType } from '../action.ts';
import { ofTypes } from '../filter/logins.ts';
import { withoutNoise } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import { shiftTime } from '../values/time.ts';

import { lengthUs, parseLength, parseLoginTypes, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters of a hunt for sessions that last, as a client gives them. */
export type LastingSessionsInput = {
  readonly range: RangeInput;
  readonly minDuration: unknown;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type LastingSessionsParameters = {
  readonly range: TimeRange;
  readonly minDuration: string;
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** @throws Refusal that names the parameter. */
export const parseLastingSessions = ({
  range,
  minDuration,
  loginTypes,
  excludeNoise,
}: LastingSessionsInput): LastingSessionsParameters => ({
  range: parseRange(range),
  minDuration: parseLength(minDuration, 'minDuration'),
  loginTypes: parseLoginTypes(loginTypes),
  excludeNoise,
});

/**
 * What holds for the sessions: they are open at some moment of the range, and from their start, which may be before it, until their end, or the
 * end of the range where they are not over by then, at least so much time passes.
 */
export const lasting = ({
  range: { from, until },
  minDuration,
  loginTypes,
  excludeNoise,
}: LastingSessionsParameters): readonly Predicate[] => {
  const us = lengthUs(minDuration);
  return [
    { kind: 'overlaps', from, until },
    { kind: 'endsAfter', time: from },
    { kind: 'openOrLasts', durationMs: us / 1000 },
    // Microseconds later is too late.
    { kind: 'until', field: 'started', time: shiftTime(until, 1 - us) },
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
};
