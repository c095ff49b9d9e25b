import type { LoginType } from '../action.ts';
import { atPath, parseList } from '../filter/comparators.ts';
import { Refusal } from '../refusal.ts';
import { parseCidr } from '../values/cidr.ts';
import { parseDuration } from '../values/duration.ts';
import { parseTime } from '../values/time.ts';

/** A half-open range of canonical times. */
export type TimeRange = { readonly from: string; readonly until: string };

/** A range as a client sends it. GraphQL has checked its shape, not its values. */
export type RangeInput = { readonly from: unknown; readonly until: unknown };

/** Parses the range that a hunt or a graph reads. @throws Refusal INVALID_TIME, or BAD_PARAMETER for an empty range. */
export const parseRange = ({ from, until }: RangeInput): TimeRange => {
  const range = {
    from: atPath('range.from', () => parseTime(from)),
    until: atPath('range.until', () => parseTime(until)),
  };
  if (range.from < range.until) return range;
  throw refuse('range.until', 'is not after range.from; exchange them');
};

/**
 * Parses a length of time. Returns it as the client wrote it, because the answer echoes it.
 *
 * @throws Refusal INVALID_DURATION, also for zero and negative lengths.
 */
export const parseLength = (value: unknown, name: string): string => {
  atPath(name, () => parseDuration(value, 'it'));
  return String(value).trim();
};

/** Parses a length of time with an upper limit. @throws Refusal as parseLength does, and BAD_PARAMETER above the limit. */
export const parseLengthUpTo = (longest: string, value: unknown, name: string): string => {
  const length = parseLength(value, name);
  if (lengthUs(length) <= lengthUs(longest)) return length;
  throw refuse(name, `is longer than ${longest}; give a shorter one`);
};

/** Microseconds of a parsed length of time. */
export const lengthUs = (length: string): number => Math.round(parseDuration(length, 'length') * 1000);

/** The least and greatest allowed number. */
export type Bounds = { readonly least: number; readonly most: number };

/** Parses a number. @throws Refusal BAD_PARAMETER outside the bounds. */
export const parseCount = (value: number, name: string, { least, most }: Bounds): number => {
  if (value >= least && value <= most) return value;
  throw refuse(name, `must be from ${least} to ${most}`);
};

/** Parses the login types to search, null for all. Removes duplicates and sorts them. @throws Refusal BAD_FILTER for an empty list. */
export const parseLoginTypes = (
  loginTypes: readonly LoginType[] | null | undefined,
): readonly LoginType[] | null =>
  loginTypes
    ? [...new Set(parseList(loginTypes, 'loginTypes', (type) => type as LoginType))].toSorted()
    : null;

/** Parses a list of networks, null for no list. @throws Refusal BAD_FILTER for an empty list, INVALID_CIDR that names the index. */
export const parseNetworks = (
  networks: readonly unknown[] | null | undefined,
  name: string,
): readonly string[] | null =>
  networks
    ? parseList(networks, name, (network, path) => atPath(path, () => parseCidr(network, 'it')))
    : null;

/** Makes the refusal of an impossible parameter, such as a window of 0. */
export const refuse = (name: string, problem: string): Refusal =>
  new Refusal('BAD_PARAMETER', `${name} ${problem}.`, name);
