import { eachInSlices, weighLittle } from '../../model/mapInSlices.ts';
import type { NewContextEvent } from '../../model/contextEvent.ts';
import { positionOfDisconnect } from '../../model/session/factPosition.ts';
import { hasFixedLoginId, isStitched, isTwin } from '../../model/session/isStitched.ts';
import type { PairKey } from '../../model/session/session.ts';
import { NEVER } from '../../model/session/sessionRank.ts';
import type { NewEvent, Position } from '../../model/sessionEvent.ts';

/** A pair whose sessions may have changed, and the range from its first to its last new item. */
export type TouchedPair = PairKey & {
  readonly firstAt: string;
  /** '' for a cut, which precedes events of the same time or ends their session after them. */
  readonly firstUuid: string;
  readonly lastAt: string;
  /** Its new items, in no order, if all of them are events that its sessions take in; otherwise null. */
  readonly events: readonly NewEvent[] | null;
  readonly host: PairHost;
};

/** What is known about the host of a pair, so that most pairs need no further reads. */
export type PairHost = {
  /** Whether it has any twin. */
  readonly hasTwins: boolean;
  /** The time of its last event that is not new; '' if there is none. */
  readonly lastEventAt: string;
  /** The time of its last start or stop; '' if there is none. */
  readonly lastCutAt: string;
};

export const UNKNOWN_HOST: PairHost = { hasTwins: true, lastEventAt: NEVER, lastCutAt: NEVER };

/** Returns the pairs of new events and Disconnects, each with the range of its new items. */
export const pairsOfItems = async (
  events: readonly NewEvent[],
  contextEvents: readonly NewContextEvent[],
): Promise<readonly TouchedPair[]> => {
  const pairs = new Map<string, Touch>();
  const addEvent = (event: NewEvent): void => {
    if (event.loginId === null) return;
    const isItem = isStitched(event);
    if (!isItem && !isTwin(event)) return;
    const pair = touch(pairs, event.hostname, event.loginId);
    include(pair, event, event.time);
    // Which session takes these in depends on other events.
    if (!isItem || (event.uid === null && hasFixedLoginId(event))) pair.events = null;
    else pair.events?.push(event);
  };
  const addContextEvent = (event: NewContextEvent): void => {
    if (event.kind !== 'DISCONNECT' || event.loginId === null) return;
    const pair = touch(pairs, event.hostname, event.loginId);
    include(pair, { time: event.time, uuid: positionOfDisconnect(event.uuid) }, event.time);
    pair.events = null;
  };
  await eachInSlices(events, addEvent, weighLittle);
  await eachInSlices(contextEvents, addContextEvent, weighLittle);
  return [...pairs.values()];
};

/** Joins ranges of the same pair. */
export const joinPairs = async (
  ...lists: readonly (readonly TouchedPair[])[]
): Promise<readonly TouchedPair[]> => {
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  if (others.length === 0) return only;
  const pairs = new Map<string, Touch>();
  const add = ({ hostname, loginId, firstAt, firstUuid, lastAt, events }: TouchedPair): void => {
    const pair = touch(pairs, hostname, loginId);
    include(pair, { time: firstAt, uuid: firstUuid }, lastAt);
    if (events === null) pair.events = null;
    else pair.events?.push(...events);
  };
  const weigh = ({ events }: TouchedPair): number => 0.1 * (1 + (events?.length ?? 0));
  await eachInSlices(lists.flat(), add, weigh);
  return [...pairs.values()];
};

type Touch = { -readonly [Field in keyof TouchedPair]: TouchedPair[Field] } & { events: NewEvent[] | null };

const touch = (pairs: Map<string, Touch>, hostname: string, loginId: string): Touch => {
  const key = `${loginId} ${hostname}`;
  const pair = pairs.get(key) ?? {
    hostname,
    loginId,
    firstAt: '',
    firstUuid: '',
    lastAt: '',
    events: [],
    host: UNKNOWN_HOST,
  };
  pairs.set(key, pair);
  return pair;
};

const include = (pair: Touch, first: Position, lastAt: string): void => {
  const { time, uuid } = first;
  if (pair.firstAt === '' || time < pair.firstAt || (time === pair.firstAt && uuid < pair.firstUuid)) {
    pair.firstAt = time;
    pair.firstUuid = uuid;
  }
  if (lastAt > pair.lastAt) pair.lastAt = lastAt;
};
