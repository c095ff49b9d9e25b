import { Refusal } from '../model/refusal.ts';
import { parseTime } from '../model/values/time.ts';

import type { TimeReading } from './readLocalTime.ts';

/** Reads a time that tells its zone; fails with the name of the field where it is none. */
export const readZonedTime = (text: string, field: string): TimeReading => {
  try {
    const time = parseTime(text);
    return { kind: 'TIME', time, timeMs: Date.parse(time), zone: null };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'FAILED', reason: `${field} is no time` };
    throw error;
  }
};
