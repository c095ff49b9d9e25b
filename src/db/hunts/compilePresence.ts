import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';

import { huntEndOf } from '../endedAfter.ts';
import { isMember } from '../membership.ts';
import { stateFactsOf } from '../selectStateFacts.ts';
import { session, SESSION_ENDED, SESSION_EXTENT, sessionEvent } from '../tables.ts';

/** When hunts regard a session as over: see huntEnd. `silenceUs` is null for the end itself. Indexes: those of endedAfterOf. */
export const huntEndSql = (silenceUs: number | null): SQL =>
  silenceUs === null ? SESSION_ENDED : huntEndOf(sql`session`, silenceUs);

/** Indexes: those of endedAfterOf. */
export const compilePresence = ({
  time,
  leastUs,
  silenceUs,
}: Extract<Predicate, { kind: 'presentAfter' }>): SQL =>
  sql`${huntEndSql(silenceUs)} > greatest(${time}::timestamptz, ${session.startedAt} + ${`${leastUs - 1} microseconds`}::interval)`;

/**
 * Compares the time in state ACTIVE of a session that was never locked. It is ACTIVE from its opening and from each reconnect until the next
 * fact that tells the state, unless that is a reconnect, which proves that a Disconnect is missing. Indexes: those of endedAfterOf and
 * stateFactsOf, the latter only if such a fact exists.
 */
export const compileUnlockedFor = ({
  leastUs,
  until,
  keptFrom,
  silenceUs,
}: Extract<Predicate, { kind: 'unlockedFor' }>): SQL => {
  const end = sql`least(${huntEndSql(silenceUs)}, ${until}::timestamptz)`;
  const active = sql`select sum(least(next_time, present_until) - least(time, present_until))
    from (select ${end} as present_until offset 0) as presence cross join lateral (
      select fact, time, lead(fact) over facts as next_fact, lead(time, 1, present_until) over facts as next_time from (
        select 'LOGIN' as fact, ${session.startedAt} as time, ${session.startUuid} as position
        union all (${stateFactsOf(SESSION_EXTENT, SESSION_ENDED)})) f window facts as (order by time, position)) f
    where (fact = 'RECONNECT' or fact = 'LOGIN' and time >= ${keptFrom}) and next_fact is distinct from 'RECONNECT'`;
  return sql`case when ${session.foldState} is null and ${session.startedAt} >= ${keptFrom} then ${end} - ${session.startedAt} else (${active}) end
    >= ${`${leastUs} microseconds`}::interval`;
};

/** The logins of a session that have a source. They are records of its start. Index: session_event_login_id. */
export const LOGINS_WITH_SOURCE = sql`${sessionEvent} where ${isMember(SESSION_EXTENT)} and ${sessionEvent.srcIp} is not null
  and ${sessionEvent.action} = 'LOGIN'`;

/** The reconnects of a session that have a source. Index: session_event_login_id. */
export const RECONNECTS_WITH_SOURCE = sql`${sessionEvent} where ${session.reconnectCount} > 0 and ${isMember(SESSION_EXTENT)}
  and ${sessionEvent.srcIp} is not null and ${sessionEvent.action} = 'RECONNECT'`;

/** Indexes: session_event_login_id and those of endedAfterOf. */
export const compileSourceKnown = ({ before, silenceUs }: Extract<Predicate, { kind: 'sourceKnown' }>): SQL =>
  sql`(exists (select from ${LOGINS_WITH_SOURCE}) or exists (select from ${RECONNECTS_WITH_SOURCE}
    and ${sessionEvent.time} < least(${before}::timestamptz, ${huntEndSql(silenceUs)})))`;
