import { BY_TIME } from '../../../model/cursor.ts';
import type { PositionCodec } from '../../../model/cursor.ts';
import { comparePositions } from '../../../model/compare.ts';
import type { FoundMatches } from '../../../model/hunts/collectMatches.ts';
import type { Match } from '../../../model/hunts/match.ts';
import type { Position } from '../../../model/sessionEvent.ts';

import { listPage } from '../../listPage.ts';
import type { PageQuery } from '../../listPage.ts';

import { refuseSlow } from './runHunt.ts';
import type { HuntPage, HuntRun } from './defineHunt.ts';

/** The order of matches, and the form of positions in cursors. */
export type MatchOrder<M extends Match, P> = {
  readonly positions: PositionCodec<P>;
  readonly positionOf: (match: M) => P;
  readonly compare: (a: P, b: P) => number;
};

const BY_FIRST_EVENT: MatchOrder<Match, Position> = {
  positions: BY_TIME,
  positionOf: ({ first }) => first,
  compare: comparePositions,
};

/**
 * Runs a search that finds all matches at once, and lists a page of them by time. Each page runs the search again; nothing is kept.
 *
 * @throws Refusal BAD_PAGE or BAD_CURSOR before the search runs; DEADLINE_EXCEEDED.
 */
export const listMatches = async <M extends Match, Parameters>(
  run: HuntRun<Parameters>,
  find: () => Promise<FoundMatches<M>>,
): Promise<HuntPage<M, Parameters>> => listInOrder(run, BY_FIRST_EVENT, find);

/** The same for matches in another order. */
export const listInOrder = async <M extends Match, Parameters, P>(
  { now, name, parameters, page: pageArguments }: HuntRun<Parameters>,
  { positions, positionOf, compare }: MatchOrder<M, P>,
  find: () => Promise<FoundMatches<M>>,
): Promise<HuntPage<M, Parameters>> => {
  let found: FoundMatches<M> = { matches: [], total: 0, truncated: false };
  const page = await listPage(
    {
      identity: ['hunt', name, parameters],
      now,
      positions,
      positionOf,
      select: async (query) => {
        found = await find().catch(refuseSlow);
        return selectPage(found.matches, query, (match, position) => compare(positionOf(match), position));
      },
      count: async () => found.total,
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: found.truncated });
};

const selectPage = <M extends Match, P>(
  matches: readonly M[],
  { isBackward, after, before, limit }: PageQuery<P>,
  compareTo: (match: M, position: P) => number,
): readonly M[] => {
  const [from, until] = isBackward ? [before, after] : [after, before];
  const between = matches.filter(
    (match) =>
      (from === null || compareTo(match, from) > 0) && (until === null || compareTo(match, until) < 0),
  );
  return isBackward ? between.toReversed().slice(0, limit) : between.slice(0, limit);
};
