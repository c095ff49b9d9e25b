import { sql } from 'drizzle-orm';

import { earliest, latest } from '../model/compare.ts';
import type { StoredSession } from '../model/session/session.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { isNotFixedLogon } from './isNotFixedLogon.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';

/** A session and a time. */
export type SessionMoment = { readonly session: StoredSession; readonly at: string };

export type SessionState = 'ACTIVE' | 'LOCKED' | 'ENDED';

/** Finds the state of a session at a given time; null before the session's start. */
export const selectSessionState = batchReads<SessionMoment, SessionState | null>(async (db, moments) => {
  const past = moments.filter((moment) => stateOf(moment) === 'READ');
  const locks = past.length === 0 ? [] : await selectLastLocks(db, past);
  const stateOfPast = new Map(
    past.map((moment, index) => [moment, locks[index] === 'LOCK' ? 'LOCKED' : 'ACTIVE'] as const),
  );
  return moments.map((moment) => {
    const state = stateOf(moment);
    return state === 'READ' ? (stateOfPast.get(moment) ?? null) : state;
  });
}, BY_IDENTITY);

/** READ for a time before the last change of the session's state: the events must be read. */
const stateOf = ({ session, at }: SessionMoment): SessionState | 'READ' | null => {
  if (at < session.startedAt) return null;
  if (session.endedAt !== null && at >= session.endedAt) return 'ENDED';
  if (at < session.stateSince) return 'READ';
  return session.isLocked ? 'LOCKED' : 'ACTIVE';
};

/**
 * Reads the last lock or unlock of each session up to a time, in the order of the moments; null where there is none. Index:
 * session_event_login_id, one descent per moment; the bounds of all moments together exclude the other partitions.
 */
const selectLastLocks = async (
  db: RequestDatabase,
  moments: readonly SessionMoment[],
): Promise<readonly ('LOCK' | 'UNLOCK' | null)[]> => {
  const texts = (valueOf: (moment: SessionMoment) => string) => sql.param(moments.map(valueOf));
  const rows = await db.rows<{ action: 'LOCK' | 'UNLOCK' | null }>(
    sql`
    select (select e.action from session_event e
        where e.login_id = m.login_id and e.hostname collate "POSIX" = m.hostname and e.time >= m.started_at and e.time <= m.at
          and e.time >= ${earliest(moments.map(({ session }) => session.startedAt))} and e.time <= ${latest(moments.map(({ at }) => at))}
          and (e.time, e.id) >= (m.started_at, m.start_id) and e.action in ('LOCK', 'UNLOCK') and ${isNotFixedLogon(sql`e`)}
        order by e.time desc, e.id desc limit 1) as action
    from unnest(${texts(({ session }) => session.hostname)}::text[], ${texts(({ session }) => session.loginId)}::text[],
        ${texts(({ session }) => session.startedAt)}::timestamptz[], ${texts(({ session }) => session.startUuid)}::uuid[],
        ${texts(({ at }) => at)}::timestamptz[]) with ordinality as m(hostname, login_id, started_at, start_id, at, index)
    order by m.index`,
    'last_locks',
  );
  return rows.map(({ action }) => action);
};
