import type { Position } from '../sessionEvent.ts';

import type { Evidence } from './evidence.ts';

/** What every match has: the event that it begins with, which no other match of its hunt begins with, and what proves it. */
export type Match = { readonly first: Position; readonly evidence: Evidence };

/** What a hunt found: its first matches in their order, and how many there are. */
export type Found<M extends Match> = {
  readonly matches: readonly M[];
  readonly total: number;
  readonly truncated: boolean;
};

/** Takes matches in any order. */
export type Collector<M extends Match> = {
  readonly add: (match: M) => void;
  readonly found: () => Found<M>;
};

const MAX_MATCHES = 10_000;
/** So many new ones are put in their places together. Those kept are sorted already, so this takes about a millisecond. */
const NEW = 500;

/** Collects matches, keeps the first `cap` of them and counts them all. They are ordered by (time, id) of the event they begin with. */
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
      if (added === NEW) cut();
    },
    found: () => {
      cut();
      return { matches: kept, total, truncated: total > cap };
    },
  };
};

const compareMatches = (a: Match, b: Match): number => comparePositions(a.first, b.first);

/** The order of events. */
export const comparePositions = (a: Position, b: Position): number =>
  compare(a.time, b.time) || compare(a.uuid, b.uuid);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
