import { sql } from 'drizzle-orm';

import type { StoredSession } from '../model/session/session.ts';
import type { SessionEvent } from '../model/sessionEvent.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { sessionOf } from './membership.ts';
import { BOOLEAN, makeListRead, TEXT, TIME, UUID } from './namedStatement.ts';
import { toStoredSession } from './stitch/sessionRows.ts';
import type { SessionRow } from './stitch/sessionRows.ts';

type Row = SessionRow & { readonly index: string };

/** Indexes: those of sessionOf. */
const readSessions = makeListRead<SessionEvent, Row>({
  name: 'sessions_of_events',
  as: 'e',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    login_id: [TEXT, ({ loginId }) => loginId],
    time: [TIME, ({ time }) => time],
    id: [UUID, ({ uuid }) => uuid],
    action: [TEXT, ({ action }) => action],
    uid: [TEXT, ({ uid }) => uid],
    linked_login_id: [TEXT, (event) => (event.action === 'LOGIN' ? event.linkedLoginId : null)],
    login_successful: [BOOLEAN, (event) => (event.action === 'LOGIN' ? event.loginSuccessful : null)],
  },
  select: (list) =>
    sql`select e.index::text as index, s.* from ${list} cross join lateral ${sessionOf(sql`e`)} where e.login_id is not null`,
});

/** Finds the session of an event; null for an event without a session. */
export const selectSessionOfEvent = batchReads<SessionEvent, StoredSession | null>(async (db, events) => {
  const sessions = events.map((): StoredSession | null => null);
  for (const { index, ...row } of await readSessions(db, events)) {
    sessions[Number(index) - 1] = toStoredSession(row);
  }
  return sessions;
}, BY_IDENTITY);
