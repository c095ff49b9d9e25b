import { Refusal } from '../model/refusal.ts';
import { parseInstant } from '../model/values/time.ts';

import type { TimeReading } from './readLocalTime.ts';

/** Reads a time that states its offset; fails with the given reason for any other text. */
export const readZonedTime = (text: string, reason: string): TimeReading => {
  try {
    return { kind: 'TIME', ...parseInstant(text), zone: null };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'FAILED', reason };
    throw error;
  }
};
