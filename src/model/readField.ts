import { Refusal } from './refusal.ts';
import type { InputErrorCode } from './refusal.ts';
import { parseHostname } from './values/hostname.ts';
import type { HostnameStyle } from './values/hostname.ts';
import { checkTimeBounds, parseTime } from './values/time.ts';
import type { TimeBounds } from './values/time.ts';

/** An error in one field of one event. */
export type InputError = {
  readonly field: string | null;
  readonly code: InputErrorCode;
  readonly message: string;
};

/** The rules for all events of a request. */
export type InputRules = { readonly timeBounds: TimeBounds; readonly hostnames: HostnameStyle };

export type Parsed<Item> =
  | { readonly kind: 'EVENT'; readonly event: Item }
  | { readonly kind: 'ERRORS'; readonly errors: readonly InputError[] };

/** An input that is being parsed: its fields, and the errors so far. */
export type Reading = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly rules: InputRules;
  readonly errors: InputError[];
};
type Parse<T> = (value: unknown, field: string, rules: InputRules) => T;

/** Reads a required field; null if it is invalid. */
export const readRequired = <T>(
  { input, rules, errors }: Reading,
  field: string,
  parse: Parse<T>,
): T | null => {
  try {
    return parse(input[field], field, rules);
  } catch (error) {
    errors.push(asInputError(error, field));
    return null;
  }
};

/** Reads a field that may be absent or null. */
export const readOptional = <T>(reading: Reading, field: string, parse: Parse<T>): T | null =>
  (reading.input[field] ?? null) === null ? null : readRequired(reading, field, parse);

export const parseStoredTime: Parse<string> = (value, field, { timeBounds }) => {
  const time = parseTime(value, field);
  checkTimeBounds(time, timeBounds);
  return time;
};

export const parseStyledHostname: Parse<string> = (value, _field, { hostnames }) =>
  parseHostname(value, hostnames);

const asInputError = (error: unknown, field: string): InputError => {
  if (!(error instanceof Refusal)) throw error;
  // Value parsers throw no codes other than these; the codes of whole requests are thrown elsewhere.
  return { field, code: error.code as InputErrorCode, message: error.message };
};
