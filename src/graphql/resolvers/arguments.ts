import { Refusal } from '../../model/refusal.ts';
import type { LoginEvent, SessionEvent } from '../../model/sessionEvent.ts';
import { parseTime } from '../../model/values/time.ts';

/** Parses an argument; a refusal names it. */
export const asArgument = <T>(name: string, parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.message, name) : error;
  }
};

/** An optional moment. @throws Refusal INVALID_TIME. */
export const asTime = (value: unknown, name: string): string | null =>
  value === null || value === undefined ? null : asArgument(name, () => parseTime(value, name));

/** What was found is a login, because logins were asked for. */
export const asLogin = (event: SessionEvent | null): LoginEvent | null =>
  event?.action === 'LOGIN' ? event : null;
