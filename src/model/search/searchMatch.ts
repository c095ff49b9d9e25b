import { formatAccount } from '../account.ts';
import type { Account } from '../account.ts';
import { fromAddress, ofAccount, onHost, withLoginId } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';

/** What a search finds, in the order in which equally good matches are listed. */
export const SEARCH_KINDS = ['HOST', 'ACCOUNT', 'UID', 'ADDRESS', 'LOGIN_ID'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** How the text matches a value, the best first. */
export const MATCH_TYPES = ['EXACT', 'PREFIX', 'PART'] as const;
export type MatchType = (typeof MATCH_TYPES)[number];

/** A value that a search found. */
export type SearchMatch = { readonly match: MatchType } & (
  | { readonly kind: 'HOST'; readonly hostname: string }
  | { readonly kind: 'ACCOUNT'; readonly account: Account }
  | { readonly kind: 'UID'; readonly uid: string }
  | { readonly kind: 'ADDRESS'; readonly address: string }
  | { readonly kind: 'LOGIN_ID'; readonly loginId: string }
);

/** The matches of one kind. */
export type MatchOf<Kind extends SearchKind> = Extract<SearchMatch, { readonly kind: Kind }>;

/** Sorts matches of several kinds: the best first, then by kind. Matches of one kind keep their order. */
export const sortMatches = (matches: readonly SearchMatch[]): readonly SearchMatch[] =>
  matches.toSorted(
    (a, b) =>
      MATCH_TYPES.indexOf(a.match) - MATCH_TYPES.indexOf(b.match) ||
      SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind),
  );

/** The value as text. */
export const valueOfMatch = (match: SearchMatch): string => {
  switch (match.kind) {
    case 'HOST':
      return match.hostname;
    case 'ACCOUNT':
      return formatAccount(match.account);
    case 'UID':
      return match.uid;
    case 'ADDRESS':
      return match.address;
    case 'LOGIN_ID':
      return match.loginId;
  }
};

/** The events with the value. */
export const eventsOfMatch = (match: SearchMatch): Predicate => {
  switch (match.kind) {
    case 'HOST':
      return onHost(match.hostname);
    case 'ACCOUNT':
      return ofAccount(match.account);
    case 'UID':
      return { kind: 'in', field: 'uid', values: [match.uid] };
    case 'ADDRESS':
      return fromAddress(match.address);
    case 'LOGIN_ID':
      return withLoginId(match.loginId);
  }
};
