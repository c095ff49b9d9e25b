import type { LoginType } from '../action.ts';
import { ofTypes } from '../filter/logins.ts';
import { withoutNoise } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import { formatDuration } from '../session/sessionDuration.ts';
import { shiftTime } from '../values/time.ts';

import { lengthUs, parseLength, parseLoginTypes, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';
import { presentWithin } from './presence.ts';

/** The parameters of a hunt for long sessions, as a client sends them. */
export type LastingSessionsInput = {
  readonly range: RangeInput;
  readonly minDuration: unknown;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/** The same, parsed. */
export type LastingSessionsParameters = {
  readonly range: TimeRange;
  readonly minDuration: string;
  readonly loginTypes: readonly LoginType[] | null;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

/** @throws Refusal that names the parameter. */
export const parseLastingSessions = ({
  range,
  minDuration,
  loginTypes,
  includeUnknown,
  excludeNoise,
}: LastingSessionsInput): LastingSessionsParameters => ({
  range: parseRange(range),
  minDuration: parseLength(minDuration, 'minDuration'),
  loginTypes: parseLoginTypes(loginTypes),
  includeUnknown,
  excludeNoise,
});

/**
 * The conditions for sessions that are open at some moment of the range and last at least `minDuration`. A session is measured from its
 * start, which may lie before the range, to its end, or to the end of the range if it is still open then; by huntEnd unless `silenceUs` is null.
 */
export const lastingConditions = (
  { range, minDuration, loginTypes, excludeNoise }: LastingSessionsParameters,
  silenceUs: number | null,
): readonly Predicate[] => {
  const us = lengthUs(minDuration);
  return [
    ...presentWithin(range, silenceUs, us),
    { kind: 'endsAfter', time: range.from },
    { kind: 'openOrLasts', durationMs: us / 1000 },
    // A session that starts later cannot last long enough within the range.
    { kind: 'until', field: 'started', time: shiftTime(range.until, 1 - us) },
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
};

/** A duration in microseconds as the fields of a match. */
export const durationFields = (
  us: number,
): { readonly duration: string; readonly durationSeconds: number } => ({
  duration: formatDuration(us),
  durationSeconds: us / 1_000_000,
});
