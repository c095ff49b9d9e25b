import { Refusal } from '../model/refusal.ts';
import { parseInstant } from '../model/values/time.ts';
import type { Instant } from '../model/values/time.ts';

import { splitContextEvent, withContextFields } from './contextEventInput.ts';
import type { Shift } from './parseShift.ts';
import type { Outcome } from './sensor.ts';
import { splitEvent, withFields } from './sessionEventInput.ts';

/** Shifts the time of an event or context event; returns every other outcome unchanged. */
export const shiftOutcome = (outcome: Outcome, { shiftMs }: Shift): Outcome => {
  if (outcome.kind === 'CONTEXT') {
    const { time } = splitContextEvent(outcome.event).input;
    const shifted = shiftTime({ time, timeMs: outcome.timeMs }, shiftMs);
    const event = withContextFields(outcome.event, { time: shifted.time });
    return { ...outcome, event, timeMs: shifted.timeMs };
  }
  if (outcome.kind !== 'EVENT') return outcome;
  const { event, timeMs } = outcome;
  const shifted = shiftTime({ time: splitEvent(event).input.time, timeMs }, shiftMs);
  return { ...outcome, event: withFields(event, { time: shifted.time }), timeMs: shifted.timeMs };
};

/** The time of an outcome: canonical text, or the text of an own event, which has not been parsed. */
type OutcomeTime = { readonly time: unknown; readonly timeMs: number | null };

/** Keeps a text that the model does not accept as a time: the server reports what is wrong with it. */
const shiftTime = (
  given: OutcomeTime,
  shiftMs: number,
): Instant | { readonly time: string; readonly timeMs: null } => {
  const instant = findInstant(given);
  if (instant === null) return { time: String(given.time), timeMs: null };
  const timeMs = instant.timeMs + shiftMs;
  // A shift is in whole seconds, so the fraction stays.
  return { time: `${new Date(timeMs).toISOString().slice(0, 19)}${instant.time.slice(19)}`, timeMs };
};

const findInstant = ({ time, timeMs }: OutcomeTime): Instant | null => {
  // A year that does not have four digits begins with a sign.
  if (timeMs !== null && typeof time === 'string' && time >= '1000') return { time, timeMs };
  try {
    return parseInstant(time);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
