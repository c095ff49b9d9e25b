import { comparePositions } from '../compare.ts';

import type { Match } from './match.ts';

/** The first matches of a hunt in their order, and how many there are in all. */
export type FoundMatches<M extends Match> = {
  readonly matches: readonly M[];
  readonly total: number;
  readonly truncated: boolean;
};

/** Takes matches in any order. */
export type Collector<M extends Match> = {
  readonly add: (match: M) => void;
  readonly found: () => FoundMatches<M>;
};

const MAX_MATCHES = 10_000;
/** New matches are sorted in batches of this size. The kept ones are sorted already, so that a batch takes about a millisecond. */
const BATCH = 500;

/** Counts matches and keeps the first `cap` of them, ordered by (time, id) of their first events. */
export const collectMatches = <M extends Match>(cap = MAX_MATCHES): Collector<M> => {
  let kept: M[] = [];
  let added = 0;
  let total = 0;
  const cut = (): void => {
    kept = kept.toSorted(compareMatches).slice(0, cap);
    added = 0;
  };
  return {
    add: (match) => {
      total += 1;
      kept.push(match);
      added += 1;
      if (added === BATCH) cut();
    },
    found: () => {
      cut();
      return { matches: kept, total, truncated: total > cap };
    },
  };
};

const compareMatches = (a: Match, b: Match): number => comparePositions(a.first, b.first);
