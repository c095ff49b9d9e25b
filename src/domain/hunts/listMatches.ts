import { DeadlineError } from '../../db/errors.ts';

import { BY_TIME } from '../../model/cursor.ts';
import type { PositionCodec } from '../../model/cursor.ts';
import { comparePositions } from '../../model/hunts/collectMatches.ts';
import type { Found, Match } from '../../model/hunts/collectMatches.ts';
import type { PageArguments } from '../../model/page.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Position } from '../../model/sessionEvent.ts';

import { listPage } from '../listPage.ts';
import type { Page, Stretch } from '../listPage.ts';

/** A page of the matches of a hunt; its count is of all of them. */
export type HuntPage<M extends Match, Parameters> = Page<M> & {
  readonly parameters: Parameters;
  /** Whether the list of matches ends before they do. */
  readonly truncated: boolean;
};

/** A match of a page; its cursor is made when it is asked for. */
export type HuntEdge<M extends Match> = { readonly page: Page<M>; readonly item: M };

/** A hunt with its parameters, defaults resolved: they are echoed, and cursors of other parameters are refused. */
export type Hunt<M extends Match, Parameters> = {
  readonly name: string;
  readonly parameters: Parameters;
  readonly now: string;
  readonly find: () => Promise<Found<M>>;
};

/** Where matches stand in their order, and how that is written in cursors. */
export type MatchOrder<M extends Match, Place> = {
  readonly places: PositionCodec<Place>;
  readonly placeOf: (match: M) => Place;
  readonly compare: (a: Place, b: Place) => number;
};

const BY_FIRST: MatchOrder<Match, Position> = {
  places: BY_TIME,
  placeOf: ({ first }) => first,
  compare: comparePositions,
};

/**
 * Runs a hunt and lists a page of its matches, by time. Each page runs it anew: what it found is kept by nobody.
 *
 * @throws Refusal BAD_PAGE or BAD_CURSOR before the hunt runs; DEADLINE_EXCEEDED when it took too long.
 */
export const listMatches = async <M extends Match, Parameters>(
  hunt: Hunt<M, Parameters>,
  pageArguments: PageArguments,
): Promise<HuntPage<M, Parameters>> => listInOrder(hunt, BY_FIRST, pageArguments);

/** The same, of matches that have another order. */
export const listInOrder = async <M extends Match, Parameters, Place>(
  { name, parameters, now, find }: Hunt<M, Parameters>,
  { places, placeOf, compare }: MatchOrder<M, Place>,
  pageArguments: PageArguments,
): Promise<HuntPage<M, Parameters>> => {
  let found: Found<M> = { matches: [], total: 0, truncated: false };
  const page = await listPage(
    {
      identity: ['hunt', name, parameters],
      now,
      positions: places,
      positionOf: placeOf,
      select: async (stretch) => {
        found = await find().catch(refuseSlow);
        return cutStretch(found.matches, stretch, (match, place) => compare(placeOf(match), place));
      },
      count: async () => found.total,
    },
    pageArguments,
  );
  return Object.assign(page, { parameters, truncated: found.truncated });
};

const cutStretch = <M extends Match, Place>(
  matches: readonly M[],
  { isBackward, after, before, limit }: Stretch<Place>,
  compareTo: (match: M, place: Place) => number,
): readonly M[] => {
  const [from, until] = isBackward ? [before, after] : [after, before];
  const between = matches.filter(
    (match) =>
      (from === null || compareTo(match, from) > 0) && (until === null || compareTo(match, until) < 0),
  );
  return isBackward ? between.toReversed().slice(0, limit) : between.slice(0, limit);
};

/** What a hunt that could not be read in time is refused with. */
export const refuseSlow = (error: unknown): never => {
  if (!(error instanceof DeadlineError)) throw error;
  throw new Refusal(
    'DEADLINE_EXCEEDED',
    'Reading what this hunt needs took longer than the deadline; narrow range, and lookback or window where there is one.',
    'range',
  );
};
