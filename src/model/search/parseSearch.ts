import { parseCount, refuse } from '../hunts/parameters.ts';
import { Refusal } from '../refusal.ts';
import { parseText } from '../values/text.ts';

import type { SearchKind } from './searchMatch.ts';

/** A search as a client sends it. GraphQL has checked its shape, not its values. */
export type SearchInput = {
  readonly text: string;
  readonly kinds: readonly SearchKind[];
  readonly first: number;
};

/** A search after parsing: the text is trimmed, `limit` is the maximum number of matches of each kind. */
export type SearchRequest = {
  readonly text: string;
  readonly kinds: readonly SearchKind[];
  readonly limit: number;
};

const MATCHES_OF_KIND = { least: 1, most: 100 };

/**
 * Parses a search.
 *
 * @throws Refusal BAD_PARAMETER for text that is empty, longer than 512 characters or contains control characters, for no kind, and for
 * `first` outside of 1 to 100.
 */
export const parseSearch = ({ text, kinds, first }: SearchInput): SearchRequest => {
  if (kinds.length === 0) throw refuse('kinds', 'is an empty list; give a kind or leave it out');
  const limit = parseCount(first, 'first', MATCHES_OF_KIND);
  return { text: parseSearchText(text), kinds, limit };
};

const parseSearchText = (text: string): string => {
  if (text.trim() === '') throw refuse('text', 'is empty; give at least one character of a name');
  try {
    return parseText(text, { name: 'text', code: 'BAD_PARAMETER', maxLength: 512 });
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, error.message, 'text') : error;
  }
};
