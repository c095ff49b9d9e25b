import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { StateFact } from '../model/session/foldStates.ts';
import type { StoredSession } from '../model/session/session.ts';
import type { Position } from '../model/sessionEvent.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import { isMember, LISTED, ownDisconnectsOf } from './membership.ts';
import type { ExtentSql } from './membership.ts';
import { makeListRead, TEXT, TIME, UUID } from './namedStatement.ts';
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

/** Indexes: session_event_login_id and context_event_login_id, one descent each per session and partition. */
const readFacts = makeListRead<StoredSession, Row>({
  name: 'state_facts',
  as: 's',
  columns: {
    hostname: [TEXT, ({ hostname }) => hostname],
    login_id: [TEXT, ({ loginId }) => loginId],
    started_at: [TIME, ({ startedAt }) => startedAt],
    start_id: [UUID, ({ startUuid }) => startUuid],
    last_at: [TIME, ({ lastAt }) => lastAt],
    last_id: [UUID, ({ lastUuid }) => lastUuid],
    ended_at: [TIME, ({ endedAt }) => endedAt ?? 'infinity'],
  },
  select: (
    list,
  ) => sql`select s.index::text as index, f.fact, f.time::text as time, f.position as id from ${list}
    cross join lateral (${stateFactsOf(LISTED, sql`s.ended_at`)}) f
    order by s.index, f.time, f.position`,
});

/** Reads the facts that tell the states of sessions, up to the end of each, in order. */
export const selectStateFacts = batchReads<StoredSession, readonly TimedFact[]>(async (db, sessions) => {
  const facts = sessions.map((): TimedFact[] => []);
  for (const { index, fact, time, id: uuid } of await readFacts(db, sessions))
    facts[Number(index) - 1]?.push({ fact, time: canonicalTime(time), uuid });
  return facts;
}, BY_IDENTITY);
