import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectSessionsByKey } from '../db/selectSessions.ts';
import { selectSessionsBefore } from '../db/selectSessionsOfEvents.ts';
import type { PairPosition } from '../db/selectSessionsOfEvents.ts';

import { isStitched } from '../model/session/isStitched.ts';
import type { PairKey, SessionKey, StoredSession } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

/** Sorts after every uuid: a twin belongs to a session that starts at the same time, regardless of the order of their uuids. */
const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Finds the session of each event, in the order of the events; null for events without a session. */
export const findSessionsOfEvents = async (
  db: RequestDatabase,
  events: readonly SessionEvent[],
): Promise<readonly (StoredSession | null)[]> => {
  const positions = events.map(positionOf);
  const sessions = await selectSessionsBefore(
    db,
    positions.filter((position) => position !== null),
  );
  const sessionsOf = new Map<string, StoredSession[]>();
  for (const session of sessions) {
    const own = sessionsOf.get(pairOf(session)) ?? [];
    own.push(session);
    sessionsOf.set(pairOf(session), own);
  }
  return events.map((event, index) => {
    const position = positions[index] ?? null;
    return position === null ? null : findMember(sessionsOf.get(pairOf(position)) ?? [], event, position);
  });
};

const pairOf = ({ hostname, loginId }: PairKey): string => `${hostname} ${loginId}`;

const isTwin = (event: SessionEvent): boolean => event.action === 'LOGIN' && event.linkedLoginId !== null;

const positionOf = (event: SessionEvent): PairPosition | null => {
  const { hostname, time } = event;
  if (event.action === 'LOGIN' && event.linkedLoginId !== null) {
    return event.loginSuccessful ? { hostname, time, uuid: LAST_UUID, loginId: event.linkedLoginId } : null;
  }
  if (event.loginId === null || !isStitched(event)) return null;
  return { hostname, time, uuid: event.uuid, loginId: event.loginId };
};

/** Events belong to a session up to its last event. A twin is not one of the session's events; it belongs to it up to the session's end. */
const findMember = (
  sessionsOfPair: readonly StoredSession[],
  event: SessionEvent,
  { time, uuid }: PairPosition,
): StoredSession | null => {
  const position = `${time} ${uuid}`;
  const began = sessionsOfPair
    .filter(({ startedAt, startUuid }) => `${startedAt} ${startUuid}` <= position)
    .reduce<StoredSession | null>(
      (latest, session) => (latest === null || startOf(session) > startOf(latest) ? session : latest),
      null,
    );
  if (began === null) return null;
  const isMember = isTwin(event)
    ? began.endedAt === null || time <= began.endedAt
    : position <= `${began.lastAt} ${began.lastUuid}`;
  return isMember ? began : null;
};

const startOf = ({ startedAt, startUuid }: StoredSession): string => `${startedAt} ${startUuid}`;

/** Finds sessions by key, in the order of the keys; null for sessions that are not stored. */
export const findSessions = async (
  db: RequestDatabase,
  keys: readonly SessionKey[],
): Promise<readonly (StoredSession | null)[]> => {
  const sessions = await selectSessionsByKey(db, keys);
  const textOf = ({ hostname, startedAt, startUuid }: SessionKey): string =>
    `${startedAt} ${startUuid} ${hostname}`;
  const byKey = new Map(sessions.map((session) => [textOf(session), session]));
  return keys.map((key) => byKey.get(textOf(key)) ?? null);
};
