/** A name in a query: that of a host or an account. */
export type QueriedName = {
  /** The empty part of the response, as the `path` of a GraphQL error. */
  readonly path: readonly string[];
  /** The argument that holds the name: `user`, `filter.hostname.eq`. */
  readonly argument: string;
  readonly kind: 'HOST' | 'ACCOUNT';
  readonly text: string;
};

/** What to query instead: the value for the argument, and why. */
export type Suggestion = {
  readonly path: readonly string[];
  readonly argument: string;
  readonly value: string;
  readonly message: string;
};

/** The greatest number of suggestions in a response. */
export const MAX_SUGGESTIONS = 10;

const WILDCARD = /[*%?]/;

export const hasWildcard = (text: string): boolean => WILDCARD.test(text);

/** The part of a text before its first wildcard; null for a text without one. */
export const prefixBeforeWildcard = (text: string): string | null => {
  const at = text.search(WILDCARD);
  return at < 0 ? null : text.slice(0, at);
};

/**
 * Suggests the comparator and the text that match what a text with wildcards was meant to match. Null for an argument that is not a
 * comparator, and for a text without wildcards or with wildcards only.
 */
export const suggestComparator = ({ path, argument, text }: QueriedName): Suggestion | null => {
  const asked = COMPARATOR.exec(argument)?.[1];
  const prefix = prefixBeforeWildcard(text);
  if (asked === undefined || prefix === null) return null;
  const [longest = ''] = text.split(/[*%?]+/).toSorted((a, b) => b.length - a.length);
  if (longest === '') return null;
  const comparator = asked !== 'contains' && prefix === longest ? 'startsWith' : 'contains';
  return {
    path,
    argument: argument.replace(COMPARATOR, `.${comparator}`),
    value: longest,
    message: `${asked} does not support wildcards; use ${comparator} with the text alone.`,
  };
};

const COMPARATOR = /\.(eq|in|startsWith|contains)$/;

/** Whether a stored name is similar to a queried one: it begins with the first three characters of it, or with all if it is shorter. */
export const isSimilarName = (asked: string, stored: string): boolean => {
  const common = asked.slice(0, Math.min(asked.length, MIN_COMMON));
  return common !== '' && stored.startsWith(common);
};

const MIN_COMMON = 3;
