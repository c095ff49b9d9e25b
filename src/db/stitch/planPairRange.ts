import { firstIndex } from '../../model/firstIndex.ts';
import { comparePositions } from '../../model/compare.ts';
import type { HostStarted, PairEvent, PairItem } from '../../model/session/foldSessions.ts';
import type { StoredSession } from '../../model/session/session.ts';

import type { TouchedPair } from './touchedPairs.ts';

/**
 * The part of a pair to stitch again: from the session before its first new item to the first later item that always starts a new session
 * (a login or a host start).
 */
export type PairRange = {
  readonly pair: TouchedPair;
  /** The session that the items continue, null if there is none. */
  readonly resumed: StoredSession | null;
  /** The stored sessions of the range, from the resumed one on, oldest first. */
  readonly sessions: readonly StoredSession[];
  /** Its items, in order; the host start that ends the range is the last. */
  readonly items: readonly PairItem[];
  /** The login that ends the range, null if none does. */
  readonly nextLogin: StoredSession | null;
};

type Position = { readonly time: string; readonly uuid: string };
/** A range before its events are read. */
export type PairRangePlan = Omit<PairRange, 'items'> & {
  readonly low: string;
  readonly high: string | null;
  /**
   * The host starts after low, up to high, as a slice of those of the host: copies would not fit into memory, for example 25,000 host
   * starts for each of 25,000 pairs.
   */
  readonly restarts: {
    readonly hostStarts: readonly string[];
    readonly from: number;
    readonly until: number;
  };
  /** Events up to this position are folded already, or belong to no session. */
  readonly after: Position | null;
  readonly first: Position | null;
};

/** Plans the part of a pair to stitch again. */
export const planPairRange = (
  pair: TouchedPair,
  stored: readonly StoredSession[],
  hostStarts: readonly string[],
): PairRangePlan => {
  const login = stored.find(
    ({ startedAt, startReason }) => startReason === 'LOGIN' && startedAt > pair.lastAt,
  );
  const restartAt = hostStarts[indexAfter(hostStarts, pair.lastAt)] ?? null;
  // A host start precedes a login of the same time.
  const nextLogin = login !== undefined && (restartAt === null || login.startedAt < restartAt) ? login : null;
  const high = nextLogin?.startedAt ?? restartAt;
  const within = stored.filter(
    (session) =>
      high === null || isBefore(startOf(session), { time: high, uuid: nextLogin?.startUuid ?? '' }),
  );
  const resumed = findResumable(pair, within);
  const low = resumed?.lastAt ?? lowest(pair, stored);
  const end = high === null ? hostStarts.length : indexAfter(hostStarts, high);
  const [oldest] = within;
  return {
    pair,
    resumed,
    sessions: resumed === null ? within : within.slice(within.indexOf(resumed)),
    nextLogin,
    low,
    high,
    restarts: { hostStarts, from: indexAfter(hostStarts, low), until: end },
    after: resumed === null ? null : { time: resumed.lastAt, uuid: resumed.lastUuid },
    first: oldest !== undefined && oldest.startedAt < pair.firstAt ? startOf(oldest) : null,
  };
};

/** Returns where the range of a pair begins: at the start of the session before its first new item, if there is one. */
export const lowest = ({ firstAt }: TouchedPair, [oldest]: readonly StoredSession[]): string =>
  oldest !== undefined && oldest.startedAt < firstAt ? oldest.startedAt : firstAt;

/** The index of the first time after the given one. */
const indexAfter = (sortedTimes: readonly string[], time: string): number =>
  firstIndex(sortedTimes.length, (index) => (sortedTimes[index] ?? '') > time);

/** Finds the session that later events continue, if all new items of the pair are later than its last event. */
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
 * Whether the range contains only the new events of the pair. Any other event after the resumed session would be in a later session, or a
 * host start would be between them.
 */
export const isKnown = ({ pair, resumed, sessions, restarts }: PairRangePlan): boolean =>
  pair.events.length > 0 && resumed !== null && sessions.length === 1 && restarts.from >= restarts.until;

export const listRestarts = ({
  restarts: { hostStarts, from, until },
}: PairRangePlan): readonly HostStarted[] =>
  hostStarts.slice(from, until).map((time) => ({ kind: 'HOST_START', time }));

/** Whether an event of the pair belongs to the range. */
export const isWithin = (event: PairEvent, { after, first, high, nextLogin }: PairRangePlan): boolean => {
  if (after !== null && !isBefore(after, event)) return false;
  if (first !== null && isBefore(event, first)) return false;
  return high === null || isBefore(event, { time: high, uuid: nextLogin?.startUuid ?? '' });
};

const startOf = ({ startedAt, startUuid }: StoredSession): Position => ({ time: startedAt, uuid: startUuid });

const isBefore = (a: Position, b: Position): boolean => comparePositions(a, b) < 0;

/** Host starts precede events of the same time. */
export const inOrder = (a: PairItem, b: PairItem): number => {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  if (a.kind === 'HOST_START') return b.kind === 'HOST_START' ? 0 : -1;
  return b.kind === 'HOST_START' || a.uuid > b.uuid ? 1 : -1;
};
