import { sql } from 'drizzle-orm';

import type { StoredSession } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { sessionOf } from './membership.ts';
import { toStoredSession } from './stitch/sessionRows.ts';
import type { SessionRow } from './stitch/sessionRows.ts';

/** Finds the session of an event; null for an event without a session. */
export const selectSessionOfEvent = batchReads<SessionEvent, StoredSession | null>(async (db, events) => {
  const sessions = events.map((): StoredSession | null => null);
  for (const { index, ...row } of await selectSessionsOf(db, events)) {
    sessions[Number(index) - 1] = toStoredSession(row);
  }
  return sessions;
}, BY_IDENTITY);

type Row = SessionRow & { readonly index: string };

/** Indexes: those of sessionOf. */
const selectSessionsOf = async (
  db: RequestDatabase,
  events: readonly SessionEvent[],
): Promise<readonly Row[]> => {
  const column = (valueOf: (event: SessionEvent) => string | boolean | null) =>
    sql.param(arrayParameter(events.map(valueOf)));
  return db.rows<Row>(
    sql`select e.index::text as index, s.* from unnest(
        ${column(({ hostname }) => hostname)}::text[], ${column(({ loginId }) => loginId)}::text[],
        ${column(({ time }) => time)}::timestamptz[], ${column(({ uuid }) => uuid)}::uuid[],
        ${column(({ action }) => action)}::text[], ${column(({ uid }) => uid)}::text[],
        ${column((event) => (event.action === 'LOGIN' ? event.linkedLoginId : null))}::text[],
        ${column((event) => (event.action === 'LOGIN' ? event.loginSuccessful : null))}::boolean[])
      with ordinality as e(hostname, login_id, time, id, action, uid, linked_login_id, login_successful, index)
      cross join lateral ${sessionOf(sql`e`)} where e.login_id is not null`,
    'sessions_of_events',
  );
};
