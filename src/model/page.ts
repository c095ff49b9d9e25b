import { Refusal } from './refusal.ts';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 1000;

/** Relay's four paging arguments, as a client sends them. */
export type PageArguments = {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
};

/** One page: the `limit` items at the head (FORWARD) or the tail (BACKWARD) of the items between the two cursors. */
export type PageRequest = {
  readonly limit: number;
  readonly direction: 'FORWARD' | 'BACKWARD';
  readonly after: string | null;
  readonly before: string | null;
};

/**
 * Parses Relay's paging arguments; without `first` and `last` a page is the first 50.
 *
 * @throws Refusal BAD_PAGE for a size outside 1 to 1000, and for `first` and `last` together, which is ambiguous.
 */
export const parsePage = (page: PageArguments): PageRequest => {
  const { first, after = null, last, before = null } = page;
  if (isGiven(first) && isGiven(last)) {
    throw new Refusal('BAD_PAGE', 'first and last cannot be given together; leave one out.', 'last');
  }
  if (isGiven(last)) return { limit: parseSize(last, 'last'), direction: 'BACKWARD', after, before };
  return { limit: parseSize(first ?? DEFAULT_PAGE, 'first'), direction: 'FORWARD', after, before };
};

/**
 * Parses the number of requested items of a list that has no further pages.
 *
 * @throws Refusal BAD_PAGE outside 1 to 1000.
 */
export const parseLimit = (first: number): number =>
  parseSize(first, 'first', 'request fewer, or narrow the filter');

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;

const parseSize = (
  size: number,
  field: string,
  remedy = 'use after or before to read further pages',
): number => {
  if (size >= 1 && size <= MAX_PAGE) return size;
  throw new Refusal('BAD_PAGE', `${field} must be from 1 to ${MAX_PAGE}; ${remedy}.`, field);
};
