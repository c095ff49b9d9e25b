import { comparePositions } from '../../model/compare.ts';
import { firstIndex } from '../../model/firstIndex.ts';
import { eachInSlices, weighLittle } from '../../model/mapInSlices.ts';
import type { PairEvent, PairItem } from '../../model/session/foldSessions.ts';
import { START_STATES } from '../../model/session/foldStates.ts';
import { hasFixedLoginId } from '../../model/session/isStitched.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { Position } from '../../model/sessionEvent.ts';

import type { PairRangePlan } from './planPairRange.ts';

/**
 * Lists what the stored sessions of a range report about facts that retention dropped: their openings, and the logouts that ended them. Without
 * them a late fact would remove these sessions.
 *
 * @param items the stored facts of the range, in order.
 */
export const listDroppedFacts = async (
  { pair, resumed, sessions }: PairRangePlan,
  items: readonly PairItem[],
): Promise<readonly PairItem[]> => {
  const dropped: PairItem[] = [];
  const isFixed = hasFixedLoginId(pair);
  let added: ReadonlySet<string> | null = null;
  const add = (session: StoredSession): void => {
    if (session === resumed || hasItem(items, startOf(session))) return;
    // A new login may have made the opening one of a fixed logon, if the session is not older than the new facts.
    if (isFixed && session.startedAt >= pair.firstAt) return;
    added ??= new Set((pair.events ?? []).map(({ uuid }) => uuid));
    dropped.push(...droppedFactsOf(session, itemsOf(session, items), added));
  };
  await eachInSlices(sessions, add, weighLittle);
  return dropped;
};

const droppedFactsOf = (
  session: StoredSession,
  kept: readonly PairItem[],
  added: ReadonlySet<string>,
): readonly PairItem[] => {
  const start = startOf(session);
  const opening = { ...start, kind: 'OPENING', session: openingOf(session, kept, added) } as const;
  const end = endOf(session);
  if (end === null || hasItem(kept, end)) return [opening];
  if (end.uuid !== start.uuid) return [opening, logoutOf(session, end)];
  const { endedAt, endReason, endUuid } = session;
  return [{ ...opening, session: { ...opening.session, endedAt, endReason, endUuid } }];
};

/**
 * The session as it was after its opening, with what dropped facts added to it. Its fields stay, because a dropped fact may have told them. Of its
 * counts those of the kept events are taken off: they are folded again. A late event among them may be taken off too, if it is not known which
 * events are new. Of its sources those stay that no kept event has, and the first.
 */
const openingOf = (
  session: StoredSession,
  kept: readonly PairItem[],
  added: ReadonlySet<string>,
): StoredSession => {
  const { startedAt, startUuid, endedAt, ownLastAt, srcIp, srcIps } = session;
  const events = kept.filter((item) => item.kind === 'EVENT');
  const isCounted = ({ time, uuid }: PairEvent): boolean =>
    !added.has(uuid) && (endedAt === null || time <= endedAt);
  const counted = events.filter(isCounted);
  const countBefore = (count: number, action: PairEvent['action']): number =>
    Math.max(0, count - counted.filter((event) => event.action === action).length);
  const told = new Set(events.map((event) => event.srcIp));
  const [next] = kept;
  return {
    ...session,
    srcIps: srcIps.filter((source) => source === srcIp || !told.has(source)),
    endedAt: null,
    endReason: null,
    endUuid: null,
    lastAt: startedAt,
    lastUuid: startUuid,
    ownLastAt: next === undefined || ownLastAt < next.time ? ownLastAt : startedAt,
    lockCount: countBefore(session.lockCount, 'LOCK'),
    unlockCount: countBefore(session.unlockCount, 'UNLOCK'),
    reconnectCount: countBefore(session.reconnectCount, 'RECONNECT'),
    states: START_STATES,
    isDiverted: false,
  };
};

const logoutOf = ({ loginType }: StoredSession, { time, uuid }: Position): PairEvent => ({
  kind: 'EVENT',
  time,
  uuid,
  action: 'LOGOUT',
  user: null,
  userDomain: null,
  userName: null,
  uid: null,
  loginType,
  srcIp: null,
});

const startOf = ({ startedAt, startUuid }: StoredSession): Position => ({ time: startedAt, uuid: startUuid });

/** The logout that ended a session. */
const endOf = ({ endedAt, endUuid }: StoredSession): Position | null =>
  endedAt === null || endUuid === null ? null : { time: endedAt, uuid: endUuid };

/** The items after the opening of a session, up to its last fact. */
const itemsOf = (session: StoredSession, items: readonly PairItem[]): readonly PairItem[] => {
  const { lastAt: time, lastUuid } = session;
  // Sorts after that uuid and before any other.
  const end = { time, uuid: `${lastUuid}~` };
  return items.slice(indexOf(items, startOf(session)), indexOf(items, end));
};

const hasItem = (items: readonly PairItem[], position: Position): boolean => {
  const item = items[indexOf(items, position)];
  return item !== undefined && comparePositions(item, position) === 0;
};

/** The index of the first item at a position or after it. */
const indexOf = (items: readonly PairItem[], position: Position): number =>
  firstIndex(items.length, (index) => {
    const item = items[index];
    return item !== undefined && comparePositions(item, position) >= 0;
  });
