import { selectEndedAfter } from '../db/endedAfter.ts';
import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectStateFacts } from '../db/selectStateFacts.ts';

import type { StoredSession } from '../model/session/session.ts';
import { durationEnd } from '../model/session/sessionDuration.ts';
import { NEVER } from '../model/session/sessionRank.ts';
import {
  foldFacts,
  huntEnd,
  listPeriods,
  stateAt,
  stateSince,
  sumHistory,
  sumStates,
} from '../model/session/sessionPeriods.ts';
import type {
  ProvenSession,
  SessionPeriod,
  SessionState,
  StateEvidence,
} from '../model/session/sessionPeriods.ts';
import type { History, StateSums } from '../model/session/stateHistory.ts';
import type { Position } from '../model/sessionEvent.ts';

const findEvidence = async (db: RequestDatabase, session: StoredSession): Promise<StateEvidence> => ({
  session,
  endedAfter: await selectEndedAfter(db, session),
  silenceUs: db.silenceUs,
});

/** The time before which retention dropped events; NEVER if no event is kept. */
export const findKeptFrom = async ({ partitions }: RequestDatabase): Promise<string> => {
  const [oldest] = await partitions.list();
  return oldest?.from ?? NEVER;
};

/** The last states of a session, as they are stored; null if retention dropped its first facts, of which those states tell. */
const storedHistory = async (
  db: RequestDatabase,
  { startedAt, states }: StoredSession,
): Promise<History | null> => (startedAt >= (await findKeptFrom(db)) ? states.history : null);

/** Reads all states of a session. */
const readHistory = async (db: RequestDatabase, session: StoredSession): Promise<History> => {
  const stored = await storedHistory(db, session);
  // No fact has told the state.
  if (stored !== null && session.states.told === null) return stored;
  return foldFacts(session, await selectStateFacts(db, session), await findKeptFrom(db));
};

/** Finds up to when a session is proven; no proof reaches past `asOf`. Null if the session starts after `asOf`. */
export const findEndedAfter = async (
  db: RequestDatabase,
  session: StoredSession,
  asOf: string | null,
): Promise<string | null> => {
  if (asOf !== null && asOf < session.startedAt) return null;
  const endedAfter = await selectEndedAfter(db, session);
  return asOf !== null && asOf < endedAfter ? asOf : endedAfter;
};

/** Finds the state of a session at a time; null before its start. */
export const findState = async (
  db: RequestDatabase,
  session: StoredSession,
  at: string,
): Promise<SessionState | null> =>
  findProvenState(db, { session, endedAfter: await selectEndedAfter(db, session) }, at);

/** Finds the state at a time of a session whose proof is known; null before its start. */
export const findProvenState = async (
  db: RequestDatabase,
  { session, endedAfter }: ProvenSession,
  at: string,
): Promise<SessionState | null> => {
  const evidence = { session, endedAfter, silenceUs: db.silenceUs };
  const stored = await storedHistory(db, session);
  const state = stored === null ? undefined : stateAt(evidence, stored, at);
  if (state !== undefined) return state;
  return stateAt(evidence, await readHistory(db, session), at) ?? null;
};

/** Counts the microseconds in each state up to the end of a session, or to `asOf`; null if the session has no duration then. */
export const sumSessionStates = async (
  db: RequestDatabase,
  session: StoredSession,
  asOf: string | null,
): Promise<StateSums | null> => {
  const until = durationEnd(session, asOf);
  if (until === null) return null;
  const evidence = await findEvidence(db, session);
  const stored = await storedHistory(db, session);
  const sums = stored === null ? null : sumStates(evidence, stored, until);
  return sums ?? sumStates(evidence, await readHistory(db, session), until);
};

/** Finds when hunts regard a session as over, at the latest `until`. */
export const findHuntEnd = async (
  db: RequestDatabase,
  session: StoredSession,
  { until, includeUnknown }: { readonly until: string; readonly includeUnknown: boolean },
): Promise<string> => {
  const end = huntEnd(await findEvidence(db, session), includeUnknown);
  return end !== null && end < until ? end : until;
};

/** Counts the microseconds in state ACTIVE before a time at which the session is not over. */
export const sumActive = async (
  db: RequestDatabase,
  session: StoredSession,
  until: string,
): Promise<number> => sumHistory(session, await readHistory(db, session), until)?.ACTIVE ?? 0;

/** A period, and whether later ones are left out. */
export type ListedPeriod = SessionPeriod & { readonly truncated: boolean };

/** Lists the first states of a session, from its start on. */
export const listFirstPeriods = async (
  db: RequestDatabase,
  session: StoredSession,
  first: number,
): Promise<readonly ListedPeriod[]> => {
  const periods = listPeriods(await findEvidence(db, session), await readHistory(db, session));
  return periods
    .slice(0, first)
    .map((period, index) => ({ ...period, truncated: index === first - 1 && periods.length > first }));
};

/** A session whose state is ACTIVE at some time, and the event since which it is. */
export type ActiveSession = { readonly session: StoredSession; readonly since: Position };

/** Finds since when a session is ACTIVE at a time; null if its state is another one. */
export const findActiveSince = async (
  db: RequestDatabase,
  { session, endedAfter }: ProvenSession,
  at: string,
): Promise<ActiveSession | null> => {
  const evidence = { session, endedAfter, silenceUs: db.silenceUs };
  const history = await readHistory(db, session);
  if (stateAt(evidence, history, at) !== 'ACTIVE') return null;
  const time = stateSince(session, history, at);
  const facts = session.states.told === null ? [] : await selectStateFacts(db, session);
  const fact = facts.findLast(
    (other) => other.time === time && (other.fact === 'UNLOCK' || other.fact === 'RECONNECT'),
  );
  return { session, since: fact ?? { time, uuid: session.startUuid } };
};
