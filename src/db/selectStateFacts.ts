import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { StateFact } from '../model/session/foldStates.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { Position } from '../model/sessionEvent.ts';

import { arrayParameter } from './arrayParameter.ts';
import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { isMember, LISTED, ownDisconnectsOf } from './membership.ts';
import type { ExtentSql } from './membership.ts';
import { canonicalTime, sessionEvent } from './tables.ts';

/** A fact that tells the state of its session. The uuid of a Disconnect is that of its position. */
export type TimedFact = Position & { readonly fact: StateFact };

type Row = { readonly index: string; readonly fact: StateFact; readonly time: string; readonly id: string };

/** The facts that tell the state of a session up to its end. Indexes: session_event_login_id and context_event_login_id. */
export const stateFactsOf = (
  extent: ExtentSql,
  endedAt: SQL,
): SQL => sql`select ${sessionEvent.action} as fact, ${sessionEvent.time}, ${sessionEvent.uuid} as position from ${sessionEvent}
    where ${isMember(extent)} and ${sessionEvent.action} in ('LOCK', 'UNLOCK', 'RECONNECT') and ${sessionEvent.time} <= ${endedAt}
  union all
  select 'DISCONNECT', d.time, d.position from (${ownDisconnectsOf(extent)}) d where d.time <= ${endedAt}`;

/**
 * Reads the facts that tell the states of sessions, up to the end of each, in order. Indexes: session_event_login_id and
 * context_event_login_id, one descent each per session and partition.
 */
export const selectStateFacts = batchReads<StoredSession, readonly TimedFact[]>(async (db, sessions) => {
  const column = (valueOf: (session: StoredSession) => string | null) =>
    sql.param(arrayParameter(sessions.map(valueOf)));
  const rows = await db.rows<Row>(
    sql`select s.index::text as index, f.fact, f.time::text as time, f.position as id from unnest(${column(({ hostname }) => hostname)}::text[],
        ${column(({ loginId }) => loginId)}::text[], ${column(({ startedAt }) => startedAt)}::timestamptz[],
        ${column(({ startUuid }) => startUuid)}::uuid[], ${column(({ lastAt }) => lastAt)}::timestamptz[],
        ${column(({ lastUuid }) => lastUuid)}::uuid[], ${column(({ endedAt }) => endedAt ?? 'infinity')}::timestamptz[])
      with ordinality as s(hostname, login_id, started_at, start_id, last_at, last_id, ended_at, index)
      cross join lateral (${stateFactsOf(LISTED, sql`s.ended_at`)}) f
      order by s.index, f.time, f.position`,
    'state_facts',
  );
  const facts = sessions.map((): TimedFact[] => []);
  for (const { index, fact, time, id: uuid } of rows)
    facts[Number(index) - 1]?.push({ fact, time: canonicalTime(time), uuid });
  return facts;
}, BY_IDENTITY);
