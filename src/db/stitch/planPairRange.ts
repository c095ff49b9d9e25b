import { comparePositions } from '../../model/compare.ts';
import { firstIndex } from '../../model/firstIndex.ts';
import { HOST_START_POSITION } from '../../model/session/factPosition.ts';
import { SAME_LOGIN_US } from '../../model/session/foldSessions.ts';
import type { PairItem, PairMark } from '../../model/session/foldSessions.ts';
import type { StoredSession } from '../../model/session/session.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { TouchedPair } from './touchedPairs.ts';

/**
 * The part of a pair to stitch again: from the session before its first new item to the first later item after which the state of the pair does
 * not depend on what came before: a host start, or a login that certainly opens a session.
 */
export type PairRange = {
  readonly pair: TouchedPair;
  /** The session that the items continue, null if there is none. */
  readonly resumed: StoredSession | null;
  readonly isDiverted: boolean;
  /** The stored sessions of the range, from the resumed one on, oldest first. */
  readonly sessions: readonly StoredSession[];
  /** Its items, in order; the host start that ends the range is the last. */
  readonly items: readonly PairItem[];
  /** The login that ends the range, null if none does. */
  readonly nextLogin: StoredSession | null;
};

type Position = { readonly time: string; readonly uuid: string };

/** A start or a stop of a host, at its position. */
export type Cut = PairMark & { readonly kind: 'HOST_START' | 'HOST_STOP' };

/** A range before its items are read. */
export type PairRangePlan = Omit<PairRange, 'items'> & {
  readonly low: string;
  readonly high: string | null;
  /**
   * The cuts after the start of the range, up to high, as a slice of those of the host: copies would not fit into memory, for example
   * 25,000 host starts for each of 25,000 pairs.
   */
  readonly cuts: { readonly all: readonly Cut[]; readonly from: number; readonly until: number };
  readonly twins: readonly PairMark[];
  /** Facts up to this position are folded already, or belong to no session. */
  readonly after: Position | null;
  readonly first: Position | null;
};

/** What is stored about a pair and its host. */
export type PairFacts = {
  readonly sessions: readonly StoredSession[];
  readonly cuts: readonly Cut[];
  /** Its twins, from the last one before the range on. */
  readonly twins: readonly PairMark[];
};

/** Plans the part of a pair to stitch again. */
export const planPairRange = (
  pair: TouchedPair,
  { sessions: stored, cuts, twins }: PairFacts,
): PairRangePlan => {
  const restartAt = findRestart(cuts, pair.lastAt);
  const login = stored.find((session, index) => isClean(session, stored[index - 1], pair.lastAt));
  // A host start precedes a login of the same time.
  const nextLogin = login !== undefined && (restartAt === null || login.startedAt < restartAt) ? login : null;
  const end: Position | null =
    nextLogin === null
      ? restartAt === null
        ? null
        : { time: restartAt, uuid: HOST_START_POSITION }
      : startOf(nextLogin);
  const within = stored.filter((session) => end === null || isBefore(startOf(session), end));
  const resumed = findResumable(pair, within);
  const [oldest] = within;
  const after = resumed === null ? null : { time: resumed.lastAt, uuid: resumed.lastUuid };
  const first = oldest !== undefined && oldest.startedAt < pair.firstAt ? startOf(oldest) : null;
  const start = after ?? first ?? { time: pair.firstAt, uuid: HOST_START_POSITION };
  // A resumed session contains the facts up to `after` already.
  const isBeyondStart = (mark: Position): boolean =>
    after === null ? !isBefore(mark, start) : isBefore(after, mark);
  const isBeyondEnd = (mark: Position): boolean => end !== null && isBefore(end, mark);
  return {
    pair,
    resumed,
    isDiverted: resumed?.isDiverted ?? (first === null && isDivertedAt(start, cuts, twins)),
    sessions: resumed === null ? within : within.slice(within.indexOf(resumed)),
    nextLogin,
    low: start.time,
    high: end?.time ?? null,
    cuts: { all: cuts, from: firstCut(cuts, isBeyondStart), until: firstCut(cuts, isBeyondEnd) },
    twins: twins.filter((twin) => isBeyondStart(twin) && !isBeyondEnd(twin)),
    after,
    first,
  };
};

/** The index of the first cut that a condition holds for; it holds for all later ones. */
const firstCut = (cuts: readonly Cut[], holds: (cut: Cut) => boolean): number =>
  firstIndex(cuts.length, (index) => {
    const cut = cuts[index];
    return cut !== undefined && holds(cut);
  });

/** The first host start after a time. */
const findRestart = (cuts: readonly Cut[], time: string): string | null => {
  for (let index = firstCut(cuts, (cut) => cut.time > time); index < cuts.length; index += 1) {
    const cut = cuts[index];
    if (cut?.kind === 'HOST_START') return cut.time;
  }
  return null;
};

/**
 * Whether a stored session still starts with this login, regardless of the items up to a time: no login that could open a session is close
 * enough before it that it could be another record of that login.
 */
const isClean = (session: StoredSession, before: StoredSession | undefined, time: string): boolean => {
  if (session.startReason !== 'LOGIN' || session.startedAt <= time) return false;
  if (session.startedAt <= shiftTime(time, SAME_LOGIN_US)) return false;
  return before === undefined || before.startedAt < shiftTime(session.startedAt, -2 * SAME_LOGIN_US);
};

/** Whether a twin takes the events at a position, if no session of the pair started before it: no cut is between them. */
const isDivertedAt = (at: Position, cuts: readonly Cut[], twins: readonly PairMark[]): boolean => {
  const twin = twins.findLast((other) => isBefore(other, at));
  return twin !== undefined && !cuts.some((cut) => isBefore(twin, cut) && isBefore(cut, at));
};

/** Returns where the range of a pair begins: at the start of the session before its first new item, if there is one. */
export const lowest = ({ firstAt }: TouchedPair, [oldest]: readonly StoredSession[]): string =>
  oldest !== undefined && oldest.startedAt < firstAt ? oldest.startedAt : firstAt;

/** Finds the session that later facts continue, if all new items of the pair are later than its last fact. */
const findResumable = (
  { firstAt, firstUuid }: TouchedPair,
  sessions: readonly StoredSession[],
): StoredSession | null => {
  const candidate = sessions.findLast(({ startedAt }) => startedAt <= firstAt);
  if (candidate === undefined) return null;
  const isLater = isBefore(
    { time: candidate.lastAt, uuid: candidate.lastUuid },
    { time: firstAt, uuid: firstUuid },
  );
  return isLater ? candidate : null;
};

/**
 * Whether the range contains no facts of the pair but its new events. Any other fact after an open session would be in a later session, after a cut, or
 * after a twin; after a session that ended there may also be a Disconnect that belongs to none.
 */
export const isKnown = ({ pair, resumed, isDiverted, sessions, cuts, twins }: PairRangePlan): boolean =>
  pair.events !== null &&
  resumed !== null &&
  resumed.endedAt === null &&
  !isDiverted &&
  sessions.length === 1 &&
  cuts.from >= cuts.until &&
  twins.length === 0;

/** Whether the range contains no events but new ones: it begins after the last other event of the host, as most do in a live log. */
export const hasOnlyNewEvents = (plan: PairRangePlan): boolean => {
  const { pair, resumed, first } = plan;
  if (isKnown(plan)) return true;
  return pair.events !== null && resumed === null && first === null && pair.host.lastEventAt < pair.firstAt;
};

export const listCuts = ({ cuts: { all, from, until } }: PairRangePlan): readonly Cut[] =>
  all.slice(from, until);

/** Whether a fact of the pair belongs to the range. */
export const isWithin = (fact: Position, { after, first, high, nextLogin }: PairRangePlan): boolean => {
  if (after !== null && !isBefore(after, fact)) return false;
  if (first !== null && isBefore(fact, first)) return false;
  return high === null || isBefore(fact, { time: high, uuid: nextLogin?.startUuid ?? HOST_START_POSITION });
};

const startOf = ({ startedAt, startUuid }: StoredSession): Position => ({ time: startedAt, uuid: startUuid });

const isBefore = (a: Position, b: Position): boolean => comparePositions(a, b) < 0;
