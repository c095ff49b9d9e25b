import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { ReconnectEvent } from '../../model/sessionEvent.ts';

import { batchReads, BY_IDENTITY } from '../batchReads.ts';
import { makeListRead, TEXT, TIME, UUID } from '../namedStatement.ts';
import { literal } from '../statement.ts';
import { isItem, isOfTwin, isTaken, sessionOf, twinsOf } from '../membership.ts';

/**
 * The sources of the events of session `s` before an event: its members, its twins, and what these take. `event` is the name of the event's
 * table. Indexes: session_event_login_id and twin_session.
 */
export const sourcesBefore = (event: SQL): SQL => sql`select member.src_ip from session_event member
    where member.login_id = s.login_id and member.hostname collate "POSIX" = s.hostname and member.src_ip is not null
      and ${isItem(sql`member`)}
      and member.time >= s.started_at and (member.time, member.id) >= (s.started_at, s.start_id)
      and member.time <= s.last_at and (member.time, member.id) <= (s.last_at, s.last_id)
      and member.time <= ${event}.time and (member.time, member.id) < (${event}.time, ${event}.id)
      and not ${isTaken(sql`member`)}
  union all select taken.src_ip from (select w.* from ${twinsOf(SESSION_S)}) w cross join lateral (
    select taken.src_ip from session_event taken where ${isOfTwin(sql`taken`)} and taken.src_ip is not null
      and taken.time <= ${event}.time and (taken.time, taken.id) < (${event}.time, ${event}.id)) taken`;

const SESSION_S = { hostname: sql`s.hostname`, startedAt: sql`s.started_at`, startUuid: sql`s.start_id` };

const MAX_SOURCES = 1000;
const SESSION = sessionOf(sql`e`);
const SOURCES = sourcesBefore(sql`e`);

const readSources = makeListRead<ReconnectEvent, { readonly sources: readonly string[] | null }>({
  name: 'sources_before',
  as: 'asked',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    login_id: [TEXT, ({ loginId }) => loginId],
    time: [TIME, ({ time }) => time],
    id: [UUID, ({ uuid }) => uuid],
    uid: [TEXT, ({ uid }) => uid],
  },
  select: (
    list,
  ) => sql`select (select array_agg(src_ip order by src_ip) from (select distinct before.src_ip from ${SESSION} cross join lateral (${SOURCES}) before
      order by before.src_ip limit ${literal(MAX_SOURCES)}) known) as sources
    from (select asked.*, 'RECONNECT' as action, null::text as linked_login_id, null::boolean as login_successful from ${list}) e
    order by e.index`,
});

/**
 * Reads the different source addresses of the events that a session had before a reconnect, sorted, at most MAX_SOURCES. Indexes:
 * session_pair, session_event_login_id and session_event_linked_login_id, one descent each per reconnect.
 */
export const selectSourcesBefore = batchReads<ReconnectEvent, readonly string[]>(
  async (db, reconnects) => (await readSources(db, reconnects)).map(({ sources }) => sources ?? []),
  BY_IDENTITY,
);
