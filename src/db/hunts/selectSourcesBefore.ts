import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { arrayParameter } from '../arrayParameter.ts';
import { batchReads } from '../batchReads.ts';
import { literal } from '../statement.ts';
import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import type { PairPosition } from '../selectSessionOfEvent.ts';

/**
 * Joins the session `s` of an event, for events that are neither logins nor the first of their session; no row without a session. `event` is
 * the name of the event's table. Index: session_pair, one descent.
 */
export const joinSession = (event: SQL): SQL => sql`(select began.* from (
    select started_at, start_id, last_at, last_id from session
    where session.login_id = ${event}.login_id and session.hostname collate "POSIX" = ${event}.hostname
      and (session.started_at, session.start_id) < (${event}.time, ${event}.id)
    order by session.started_at desc, session.start_id desc limit 1) began
  where (${event}.time, ${event}.id) <= (began.last_at, began.last_id) and ${isNotFixedLogon(event)}) s`;

/**
 * The sources of the events of session `s` before an event: its members, and the twins of its login. `event` is the name of the event's table.
 * Indexes: session_event_login_id and session_event_linked_login_id.
 */
export const sourcesBefore = (event: SQL): SQL => sql`select member.src_ip from session_event member
    where member.login_id = ${event}.login_id and member.hostname collate "POSIX" = ${event}.hostname and member.src_ip is not null
      and member.linked_login_id is null and member.login_successful is not false and ${isNotFixedLogon(sql`member`)}
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= ${event}.time and (member.time, member.id) < (${event}.time, ${event}.id)
  union all select twin.src_ip from session_event twin
    where twin.linked_login_id = ${event}.login_id and twin.hostname collate "POSIX" = ${event}.hostname and twin.src_ip is not null
      and twin.login_successful is true and twin.time >= s.started_at
      and twin.time <= ${event}.time and (twin.time, twin.id) < (${event}.time, ${event}.id)`;

const MAX_SOURCES = 1000;
const SESSION = joinSession(sql`e`);
const SOURCES = sourcesBefore(sql`e`);

/**
 * Reads the different source addresses of the events that a session had before a reconnect, sorted, at most MAX_SOURCES. Indexes:
 * session_pair, session_event_login_id and session_event_linked_login_id, one descent each per reconnect.
 */
export const selectSourcesBefore = batchReads<PairPosition, readonly string[]>(async (db, reconnects) => {
  const column = (valueOf: (reconnect: PairPosition) => string) =>
    sql.param(arrayParameter(reconnects.map(valueOf)));
  const rows = await db.rows<{ sources: readonly string[] | null }>(
    sql`select (select array_agg(src_ip order by src_ip) from (select distinct before.src_ip from ${SESSION} cross join lateral (${SOURCES}) before
        order by before.src_ip limit ${literal(MAX_SOURCES)}) known) as sources
      from (select asked.*, null::text as uid from unnest(${column(({ hostname }) => hostname)}::text[], ${column(({ loginId }) => loginId)}::text[],
        ${column(({ time }) => time)}::timestamptz[], ${column(({ uuid }) => uuid)}::uuid[]) with ordinality as asked(hostname, login_id, time, id, index)) e
      order by e.index`,
    'sourcesBefore',
  );
  return rows.map(({ sources }) => sources ?? []);
});
