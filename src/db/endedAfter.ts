import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { StoredSession } from '../model/session/session.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { makeListRead, TEXT, TIME } from './namedStatement.ts';
import { canonicalTime } from './tables.ts';

/**
 * Up to when a session is proven; `s` is the name of its table. A logout proves its time, and the login that supersedes a session nothing beyond
 * the session's own facts. Otherwise the host's facts prove it, as long as no silence between them is longer than SILENCE; a host start proves
 * nothing of the time between it and the last fact before it. Where the activity of the host, or the last fact before its start, is not known, a
 * session is proven by its own facts only: until the rebuild after an upgrade, and where retention and erasure left none.
 *
 * Indexes: host_activity_pkey, context_event_boundary, one descent each unless the session ended with a logout or was superseded.
 */
export const endedAfterOf = (
  s: SQL,
): SQL => sql`case ${s}.end_reason when 'LOGOUT' then ${s}.ended_at when 'SUPERSEDED' then ${s}.own_last_at
  else greatest(${s}.own_last_at, least(${s}.ended_at,
    coalesce((select a.until_at from host_activity a where a.hostname = ${s}.hostname and a.from_at <= ${s}.own_last_at order by a.from_at desc limit 1), ${s}.own_last_at),
    case when ${s}.end_reason = 'HOST_RESTART' then coalesce((select c.last_fact_at from context_event c where c.hostname = ${s}.hostname
      and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START' and c.time = ${s}.ended_at order by c.id limit 1), ${s}.own_last_at) end)) end`;

/**
 * Whether a session ended exactly at its `ended_at`: whether that is the result of endedAfterOf. Logouts and most stops need no other table: a
 * stop is a fact of the host, so it is proven if the session's own last fact is at most SILENCE before it. A host start proves nothing of the
 * time before it.
 *
 * Index: host_activity_pkey, one descent for a stop after a longer time without facts of the session.
 */
export const hasExactEnd = (
  s: SQL,
  silenceUs: number,
): SQL => sql`case ${s}.end_reason when 'LOGOUT' then true
  when 'HOST_STOP' then ${s}.own_last_at >= ${s}.ended_at - ${`${silenceUs} microseconds`}::interval or ${endedAfterOf(s)} = ${s}.ended_at
  else ${s}.own_last_at = ${s}.ended_at end`;

/** huntEnd in SQL. Indexes: those of endedAfterOf. */
export const huntEndOf = (s: SQL, silenceUs: number): SQL => sql`(${endedAfterOf(s)}
  + case when ${s}.ended_at is null then ${`${silenceUs} microseconds`}::interval else interval '0' end)`;

const ENDED_AFTER = endedAfterOf(sql`s`);

const readEndedAfter = makeListRead<StoredSession, { index: string; time: string }>({
  name: 'ended_after',
  planning: 'ANY',
  as: 's',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    own_last_at: [TIME, ({ ownLastAt }) => ownLastAt],
    ended_at: [TIME, ({ endedAt }) => endedAt],
    end_reason: [TEXT, ({ endReason }) => endReason],
  },
  select: (list) => sql`select s.index::text as index, (${ENDED_AFTER})::text as time from ${list}`,
});

/** Finds up to when sessions are proven. */
export const selectEndedAfter = batchReads<StoredSession, string>(async (db, sessions) => {
  const times = sessions.map(({ endReason, endedAt, ownLastAt }) =>
    endReason === 'LOGOUT' ? (endedAt ?? ownLastAt) : ownLastAt,
  );
  if (sessions.every(({ endReason }) => endReason === 'LOGOUT' || endReason === 'SUPERSEDED')) return times;
  for (const { index, time } of await readEndedAfter(db, sessions))
    times[Number(index) - 1] = canonicalTime(time);
  return times;
}, BY_IDENTITY);
