import type { LoginType } from '../action.ts';
import { ofTypes } from '../filter/logins.ts';
import { withoutNoise } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { StoredSession } from '../session/session.ts';
import { durationOf, formatDuration } from '../session/sessionDuration.ts';
import { shiftTime } from '../values/time.ts';

import { lengthUs, parseLength, parseLoginTypes, parseRange } from './parameters.ts';
import type { RangeInput, TimeRange } from './parameters.ts';

/** The parameters of a hunt for long sessions, as a client sends them. */
export type LastingSessionsInput = {
  readonly range: RangeInput;
  readonly minDuration: unknown;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The same, parsed. */
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
 * The conditions for sessions that are open at some moment of the range and last at least `minDuration`. A session is measured from its
 * start, which may lie before the range, to its end, or to the end of the range if it is still open then.
 */
export const lastingConditions = ({
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
    // A session that starts later cannot last long enough within the range.
    { kind: 'until', field: 'started', time: shiftTime(until, 1 - us) },
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
};

/** How long a session lasted until its end, or until the given time if it was open then. */
export const measureSession = (
  session: StoredSession,
  until: string,
): { readonly duration: string; readonly durationSeconds: number } => {
  const us = durationOf(session, until) ?? 0;
  return { duration: formatDuration(us), durationSeconds: us / 1_000_000 };
};
