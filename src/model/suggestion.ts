/** What a question asked for by name: a host or an account. */
export type NameAsked = {
  /** Where the answer is empty, as the `path` of a GraphQL error. */
  readonly path: readonly string[];
  /** The argument that holds the name: `user`, `filter.hostname.eq`. */
  readonly argument: string;
  readonly kind: 'HOST' | 'ACCOUNT';
  readonly text: string;
};

/** What to ask instead: the value to put into the argument, and why. */
export type Suggestion = {
  readonly path: readonly string[];
  readonly argument: string;
  readonly value: string;
  readonly message: string;
};

/** So many suggestions an answer holds at most. */
export const MAX_SUGGESTIONS = 10;

const WILDCARD = /[*%?]/;

/** The part of a text before its first wildcard; null for a text without one. */
export const prefixBeforeWildcard = (text: string): string | null => {
  const at = text.search(WILDCARD);
  return at < 0 ? null : text.slice(0, at);
};

/**
 * Suggests the comparator that does what a wildcard in `eq` was meant to do; null for an argument that is no `eq`, and for a text without
 * wildcards or with nothing else.
 */
export const suggestComparator = ({ path, argument, text }: NameAsked): Suggestion | null => {
  if (!argument.endsWith('.eq')) return null;
  const prefix = prefixBeforeWildcard(text);
  if (prefix === null) return null;
  const [longest = ''] = text.split(/[*%?]+/).toSorted((a, b) => b.length - a.length);
  if (longest === '') return null;
  const [comparator, value] = prefix === longest ? ['startsWith', prefix] : ['contains', longest];
  return {
    path,
    argument: argument.replace(/eq$/, comparator),
    value,
    message: `eq compares whole names and knows no wildcards; use ${comparator}.`,
  };
};

/** Whether a stored name is close enough to the asked one to be meant by it: it begins with it, or with its first three characters. */
export const isSimilarName = (asked: string, stored: string): boolean => {
  const common = asked.slice(0, Math.min(asked.length, MIN_COMMON));
  return common !== '' && stored.startsWith(common);
};

const MIN_COMMON = 3;
