import { Refusal } from '../../model/refusal.ts';
import type { LoginEvent, SessionEvent } from '../../model/sessionEvent.ts';
import { parseTime } from '../../model/values/time.ts';

/** Parses an argument. A Refusal gets its name as `field`. */
export const asArgument = <T>(name: string, parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.message, name) : error;
  }
};

/** Parses an optional time. @throws Refusal INVALID_TIME or TIME_OUT_OF_RANGE. */
export const asTime = (value: unknown, name: string): string | null =>
  value === null || value === undefined ? null : asArgument(name, () => parseTime(value, name));

/** Narrows the result of a search for logins to a login. */
export const asLogin = (event: SessionEvent | null): LoginEvent | null =>
  event?.action === 'LOGIN' ? event : null;
