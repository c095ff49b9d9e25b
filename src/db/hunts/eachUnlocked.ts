import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Action } from '../../model/action.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { StoredSession } from '../../model/session/session.ts';
import type { Position } from '../../model/sessionEvent.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, isMember, SESSIONS } from '../compilePredicate.ts';
import { SESSION_COLUMNS } from '../selectSessions.ts';
import { toStoredSession } from '../stitch/sessionRows.ts';
import type { SessionRow } from '../stitch/sessionRows.ts';
import { canonicalTime, session, SESSION_EXTENT, sessionEvent } from '../tables.ts';

/** An open session, and the UNLOCK since which it is not locked; null if it was never locked. */
export type UnlockedSession = { readonly session: StoredSession; readonly unlock: Position | null };

/** Which sessions to read, at which time, and the latest time since which they are unlocked. */
export type UnlockedList = {
  readonly at: string;
  readonly since: string;
  readonly where: readonly Predicate[];
};

type Row = SessionRow & { readonly unlocked_at: string | null; readonly unlock_id: string | null };

/**
 * Reads the sessions that are open and not locked at a time, in no order: they have no LOCK up to and including that time, or an UNLOCK after
 * the last LOCK. Indexes: session_ended or session_started, whichever leaves fewer sessions (in the middle of a long history each leaves half,
 * and Postgres scans them); session_event_login_id, two descents per session that was ever locked, unless it is locked since before that time.
 */
export const eachUnlocked = async (
  db: RequestDatabase,
  { at, since, where }: UnlockedList,
  onSession: (unlocked: UnlockedSession) => void,
): Promise<void> => {
  const conditions: readonly Predicate[] = [
    { kind: 'activeAt', time: at },
    { kind: 'endsAfter', time: at },
    ...where,
  ];
  const isLocked = sql`(${session.isLocked} and ${session.stateSince} <= ${at})`;
  const select = sql`select ${SESSION_COLUMNS}, unlocked_at, unlock_id from ${session}
      left join lateral (${ofSession('LOCK', at)} and ${session.lockCount} > 0
        order by ${sessionEvent.time} desc, ${sessionEvent.uuid} desc limit 1) as locking(locked_at, lock_id) on true
      left join lateral (${ofSession('UNLOCK', at)} and ${sessionEvent.time} >= locked_at
        and (${sessionEvent.time}, ${sessionEvent.uuid}) > (locked_at, lock_id)
        order by ${sessionEvent.time}, ${sessionEvent.uuid} limit 1) as unlocking(unlocked_at, unlock_id) on true
    where ${and(...conditions.map((predicate) => compilePredicate(predicate, '', SESSIONS)))} and not ${isLocked}
      and (locked_at is null or unlocked_at <= ${since})`;
  await db.each<Row>(select, ({ unlocked_at: unlockedAt, unlock_id: uuid, ...row }) => {
    const unlock = unlockedAt === null || uuid === null ? null : { time: canonicalTime(unlockedAt), uuid };
    onSession({ session: toStoredSession(row), unlock });
  });
};

const ofSession = (
  action: Action,
  at: string,
): SQL => sql`select ${sessionEvent.time}, ${sessionEvent.uuid} from ${sessionEvent}
  where ${isMember(SESSION_EXTENT)} and ${sessionEvent.action} = ${action} and ${sessionEvent.time} <= ${at}`;
