import type { Outcome, OutcomeOrigin } from '../sensor.ts';
import { isNear, makeRecentTimes, noteTime } from '../recentTimes.ts';
import type { RecentTimes } from '../recentTimes.ts';
import type { SessionEventInput } from '../sessionEventInput.ts';

import type { JoinKind } from './mapSecurityEvent.ts';

/** The host, account and time of a record; host and account are folded names. */
export type Sighting = { readonly host: string; readonly account: string; readonly timeMs: number };

/** A logon of type 7 or 13 that is part of an unlock, a reconnect or a login. */
export type UnlockLogon = Sighting & {
  readonly becomes: Exclude<JoinKind, 'LOGIN'>;
  readonly recordNumber: number;
  readonly event: SessionEventInput;
  readonly origin: OutcomeOrigin;
};

/** State between records. Mutable; changed only by the functions in this file. */
export type UnlockJoin = {
  /** The times of records that settle an unlock logon: signs, and unlock logons that became an event. */
  readonly seen: RecentTimes;
  /** Unlock logons by host, oldest first. */
  readonly waiting: Map<string, readonly UnlockLogon[]>;
  waitingCount: number;
};

/**
 * Joins the records of an unlock. Windows writes up to nine: a 4801, four logons and four logoffs of type 7.
 *
 * An unlock logon becomes an UNLOCK, or a RECONNECT if it has a client's address, unless another record of the same host and account within
 * 5 s reports it: see SETTLED_BY. In files that are out of order or newest first, that record may be before or after it, so an unlock
 * logon waits until the records of its host are more than MAX_WAIT_MS away.
 */
export const makeUnlockJoin = (): UnlockJoin => ({
  seen: makeRecentTimes(UNLOCK_WINDOW_MS, MAX_SEEN),
  waiting: new Map(),
  waitingCount: 0,
});

export const UNLOCK_WINDOW_MS = 5_000;
/** The window, and a minute for records out of order, which arrive up to 56 s late. */
const MAX_WAIT_MS = UNLOCK_WINDOW_MS + 60_000;
const MAX_SEEN = 20_000;
const MAX_WAITING = 10_000;
const MAX_WAITING_AT_HOST = 500;

type Tell = JoinKind | 'COUNTED_RECONNECT' | 'COUNTED_UNLOCK';

const COUNTED_AS = { RECONNECT: 'COUNTED_RECONNECT', UNLOCK: 'COUNTED_UNLOCK' } as const;

/** The records that an unlock logon is part of. */
export const SETTLED_BY = {
  RECONNECT: ['RECONNECT', 'COUNTED_RECONNECT'],
  UNLOCK: ['UNLOCK', 'LOGIN', 'COUNTED_UNLOCK'],
} as const satisfies Record<UnlockLogon['becomes'], readonly Tell[]>;

const REASONS = {
  RECONNECT: '4624 type 7 or 13: part of a reconnect (4778)',
  UNLOCK: '4624 type 7 or 13: part of an unlock (4801)',
  LOGIN: '4624 type 7 or 13: part of a login',
  COUNTED_RECONNECT: '4624 type 7 or 13: part of a reconnect that is already counted',
  COUNTED_UNLOCK: '4624 type 7 or 13: part of an unlock that is already counted',
} as const satisfies Record<Tell, string>;

/** Notes a login (4624), reconnect (4778) or unlock (4801), and returns the outcomes of the unlock logons that it settles. */
export const noteSign = (join: UnlockJoin, sign: JoinKind, sighting: Sighting): readonly Outcome[] => {
  noteTime(join.seen, keyOf(sign, sighting), sighting.timeMs);
  const waiting = join.waiting.get(sighting.host);
  if (waiting === undefined) return [];
  const isSettled = (helper: UnlockLogon): boolean =>
    helper.account === sighting.account &&
    Math.abs(helper.timeMs - sighting.timeMs) <= UNLOCK_WINDOW_MS &&
    SETTLED_BY[helper.becomes].some((tell) => tell === sign);
  const settled = waiting.filter(isSettled);
  if (settled.length === 0) return [];
  setWaiting(
    join,
    sighting.host,
    waiting.filter((helper) => !isSettled(helper)),
  );
  return settled.map((helper) => skip(helper, sign));
};

/** Adds an unlock logon: settles it if an earlier record reported it, and lets it wait otherwise. */
export const addUnlockLogon = (join: UnlockJoin, helper: UnlockLogon): readonly Outcome[] => {
  const tell = findTell(join, helper);
  if (tell !== undefined) return [skip(helper, tell)];
  const waiting = [...(join.waiting.get(helper.host) ?? []), helper];
  if (waiting.length > MAX_WAITING_AT_HOST) {
    setWaiting(join, helper.host, []);
    return settle(join, waiting);
  }
  setWaiting(join, helper.host, waiting);
  return join.waitingCount > MAX_WAITING ? settleOldestHost(join) : [];
};

/** Settles the unlock logons of a host that are more than MAX_WAIT_MS away from the given time of the host's current record. */
export const settleDistant = (
  join: UnlockJoin,
  { host, timeMs }: Pick<Sighting, 'host' | 'timeMs'>,
): readonly Outcome[] => {
  const waiting = join.waiting.get(host);
  if (waiting === undefined) return [];
  const isDistant = (helper: UnlockLogon): boolean => Math.abs(helper.timeMs - timeMs) > MAX_WAIT_MS;
  const distant = waiting.filter(isDistant);
  if (distant.length === 0) return [];
  setWaiting(
    join,
    host,
    waiting.filter((helper) => !isDistant(helper)),
  );
  return settle(join, distant);
};

/** Settles the waiting unlock logons up to that time, each when its outcome is taken. */
export function* settleUntil(join: UnlockJoin, untilMs: number): Generator<Outcome, void> {
  const isDue = ({ timeMs }: UnlockLogon): boolean => timeMs <= untilMs;
  const due: UnlockLogon[] = [];
  for (const [host, waiting] of join.waiting) {
    due.push(...waiting.filter(isDue));
    setWaiting(
      join,
      host,
      waiting.filter((helper) => !isDue(helper)),
    );
  }
  yield* settleEach(join, due);
}

/** Settles the unlock logons of the host that has waited longest. Settling all 10,000 for one new record would take too long. */
const settleOldestHost = (join: UnlockJoin): readonly Outcome[] => {
  const [[host, waiting] = ['', []]] = join.waiting;
  setWaiting(join, host, []);
  return settle(join, waiting);
};

const settle = (join: UnlockJoin, helpers: readonly UnlockLogon[]): readonly Outcome[] => [
  ...settleEach(join, helpers),
];

/** The earliest logon of an unlock becomes the event, regardless of the order in which they were read. The others are part of it. */
function* settleEach(join: UnlockJoin, helpers: readonly UnlockLogon[]): Generator<Outcome, void> {
  const sorted = helpers.toSorted((a, b) => a.timeMs - b.timeMs || a.recordNumber - b.recordNumber);
  for (const helper of sorted) yield settleOne(join, helper);
}

const settleOne = (join: UnlockJoin, helper: UnlockLogon): Outcome => {
  const tell = findTell(join, helper);
  if (tell !== undefined) return skip(helper, tell);
  noteTime(join.seen, keyOf(COUNTED_AS[helper.becomes], helper), helper.timeMs);
  return { kind: 'EVENT', event: helper.event, timeMs: helper.timeMs, origin: helper.origin };
};

const findTell = (join: UnlockJoin, helper: UnlockLogon): Tell | undefined =>
  SETTLED_BY[helper.becomes].find((tell) => isNear(join.seen, keyOf(tell, helper), helper.timeMs));

const skip = ({ origin }: UnlockLogon, tell: Tell): Outcome => ({
  kind: 'SKIPPED',
  reason: REASONS[tell],
  origin,
});

const setWaiting = (join: UnlockJoin, host: string, helpers: readonly UnlockLogon[]): void => {
  join.waitingCount += helpers.length - (join.waiting.get(host)?.length ?? 0);
  if (helpers.length === 0) join.waiting.delete(host);
  else join.waiting.set(host, helpers);
};

const keyOf = (tell: Tell, { host, account }: Sighting): string => `${tell} ${host} ${account}`;
