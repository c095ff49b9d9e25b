import { Refusal } from '../model/refusal.ts';
import { parseTime } from '../model/values/time.ts';

import type { Shift } from './parseShift.ts';
import type { Outcome } from './sensor.ts';
import { splitEvent, withFields } from './sessionEventInput.ts';

/** Shifts the time of an event or host start of that host; leaves everything else as it is. */
export const shiftOutcome = (outcome: Outcome, { shiftMs }: Shift): Outcome => {
  if (outcome.kind === 'HOST_START') {
    const { start } = outcome;
    return { ...outcome, start: { ...start, time: shiftTime(start.time, shiftMs) } };
  }
  if (outcome.kind !== 'EVENT') return outcome;
  const { time } = splitEvent(outcome.event).input;
  return { ...outcome, event: withFields(outcome.event, { time: shiftTime(time, shiftMs) }) };
};

/** A text that is no time stays as it is: the server says what is wrong with it. */
const shiftTime = (text: unknown, shiftMs: number): string => {
  try {
    const time = parseTime(text);
    return `${new Date(Date.parse(`${time.slice(0, 19)}Z`) + shiftMs).toISOString().slice(0, 19)}${time.slice(19)}`;
  } catch (error) {
    if (error instanceof Refusal) return String(text);
    throw error;
  }
};
