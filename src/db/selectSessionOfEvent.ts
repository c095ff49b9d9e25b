import { sql } from 'drizzle-orm';

import { isStitched } from '../model/session/isStitched.ts';
import type { PairKey, StoredSession } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { session } from './tables.ts';

/** The position of an event among the events of a pair. */
export type PairPosition = PairKey & { readonly time: string; readonly uuid: string };

/** Finds the session of an event; null for an event without a session. */
export const selectSessionOfEvent = batchReads<SessionEvent, StoredSession | null>(async (db, events) => {
  const positions = events.map(positionOf);
  const sessions = await selectSessionsBefore(
    db,
    positions.filter((position) => position !== null),
  );
  const sessionsOf = new Map<string, StoredSession[]>();
  for (const found of sessions) {
    const own = sessionsOf.get(pairOf(found)) ?? [];
    own.push(found);
    sessionsOf.set(pairOf(found), own);
  }
  return events.map((event, index) => {
    const position = positions[index] ?? null;
    return position === null ? null : findMember(sessionsOf.get(pairOf(position)) ?? [], event, position);
  });
}, BY_IDENTITY);

/** Sorts after every uuid: a twin belongs to a session that starts at the same time, regardless of the order of their uuids. */
const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

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
      (latest, other) => (latest === null || startOf(other) > startOf(latest) ? other : latest),
      null,
    );
  if (began === null) return null;
  const isMember = isTwin(event)
    ? began.endedAt === null || time <= began.endedAt
    : position <= `${began.lastAt} ${began.lastUuid}`;
  return isMember ? began : null;
};

const startOf = ({ startedAt, startUuid }: StoredSession): string => `${startedAt} ${startUuid}`;

/**
 * Reads, for each position, the last session of its pair that started at or before it, in no order. Index: session_pair, one descent per
 * position.
 */
const selectSessionsBefore = async (
  db: RequestDatabase,
  positions: readonly PairPosition[],
): Promise<readonly StoredSession[]> => {
  if (positions.length === 0) return [];
  const text = (values: readonly string[]) => sql.param(values);
  return db
    .select()
    .from(session)
    .where(
      sql`(${session.hostname}, ${session.startedAt}, ${session.startUuid}) in (
        select hostname, split_part(start, ' ', 1)::timestamptz, split_part(start, ' ', 2)::uuid from (
          select p.hostname, (select replace(s.started_at::text, ' ', 'T') || ' ' || s.start_id from session s
            where s.hostname collate "POSIX" = p.hostname and s.login_id = p.login_id and (s.started_at, s.start_id) <= (p.time, p.id)
            order by s.started_at desc, s.start_id desc limit 1) as start
          from unnest(${text(positions.map(({ hostname }) => hostname))}::text[], ${text(positions.map(({ loginId }) => loginId))}::text[],
            ${text(positions.map(({ time }) => time))}::timestamptz[], ${text(positions.map(({ uuid }) => uuid))}::uuid[]) as p(hostname, login_id, time, id)
        ) as latest where start is not null)`,
    );
};
