import type { Predicate } from '../filter/predicate.ts';

/**
 * What proves a match: the events that all conditions hold for, or the first events of such sessions. A condition and no list of ids, so
 * that a match of a million events is as small as one of two.
 */
export type Evidence = { readonly of: 'EVENTS' | 'SESSIONS'; readonly where: readonly Predicate[] };
