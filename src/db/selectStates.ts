import { sql } from 'drizzle-orm';

import type { StoredSession } from '../model/session/session.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { earliest, latest } from './edges.ts';
import { isNotFixedLogon } from './isNotFixedLogon.ts';

/** A session and a moment within it. */
export type SessionMoment = { readonly session: StoredSession; readonly at: string };

/**
 * Reads the last lock or unlock of each session up to a moment, in order; null where there is none. Index: session_event_login_id, a
 * descent for each moment; the bounds of all together leave the other partitions out.
 */
export const selectLastLocks = async (
  db: RequestDatabase,
  moments: readonly SessionMoment[],
): Promise<readonly ('LOCK' | 'UNLOCK' | null)[]> => {
  const texts = (valueOf: (moment: SessionMoment) => string) => sql.param(moments.map(valueOf));
  const rows = await db.rows<{ action: 'LOCK' | 'UNLOCK' | null }>(
    sql`
    select (select e.action from session_event e
        where e.login_id = m.login_id and e.hostname collate "POSIX" = m.hostname and e.time >= m.started_at and e.time <= m.at
          and e.time >= ${earliest(moments.map(({ session }) => session.startedAt))} and e.time <= ${latest(moments.map(({ at }) => at))}
          and (e.time, e.id) >= (m.started_at, m.start_id) and e.action in ('LOCK', 'UNLOCK') and ${sql.raw(isNotFixedLogon('e'))}
        order by e.time desc, e.id desc limit 1) as action
    from unnest(${texts(({ session }) => session.hostname)}::text[], ${texts(({ session }) => session.loginId)}::text[],
        ${texts(({ session }) => session.startedAt)}::timestamptz[], ${texts(({ session }) => session.startUuid)}::uuid[],
        ${texts(({ at }) => at)}::timestamptz[]) with ordinality as m(hostname, login_id, started_at, start_id, at, index)
    order by m.index`,
    'last_locks',
  );
  return rows.map(({ action }) => action);
};
