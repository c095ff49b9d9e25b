import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { Boundary } from '../../model/hunts/foldOverlaps.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, SESSIONS } from '../compilePredicate.ts';
import { sessionsWithin } from '../sessionsWithin.ts';
import { canonicalTime, session, sessionEvent } from '../tables.ts';

import { huntEndSql, LOGINS_WITH_SOURCE, RECONNECTS_WITH_SOURCE } from './compilePresence.ts';

/** What sessions are grouped by or counted by. SESSION treats each session as different. */
export type SessionTrait = 'HOST' | 'USER' | 'SESSION' | 'SRC_IP';

const TRAITS: Readonly<Record<Exclude<SessionTrait, 'SRC_IP'>, SQL>> = {
  HOST: sql`hostname`,
  // accountKey in SQL.
  USER: sql`coalesce(${ACCOUNT_DOMAIN}, '') || '\\' || user_name`,
  SESSION: sql`start_id::text`,
};

/** Which sessions to read, and in which range. */
export type BoundaryList = {
  readonly range: TimeRange;
  readonly where: readonly Predicate[];
  readonly by: Exclude<SessionTrait, 'SRC_IP'>;
  readonly distinct: SessionTrait;
  /** Null if sessions are open until their end; otherwise until huntEnd. */
  readonly silenceUs: number | null;
};

/**
 * Reads the starts and ends of the sessions that are open at some moment of the range, ordered by time. They are cut to the range, so that a
 * session that is still open ends with it. Indexes: session_span; those of endedAfterOf; session_event_login_id for sources.
 */
export const eachBoundary = async (
  db: RequestDatabase,
  { range: { from, until }, where, by, distinct, silenceUs }: BoundaryList,
  onBoundary: (boundary: Boundary) => unknown,
): Promise<void> => {
  const conditions: readonly Predicate[] = [
    { kind: 'overlaps', from, until },
    { kind: 'endsAfter', time: from },
    ...where,
  ];
  const select = sql`select b.time, start_id as uuid, b.by, part.continues as "continues", ${TRAITS[by]} as key, part.value
    from ${sessionsWithin({ from, until })} ${session} cross join lateral (select ${huntEndSql(silenceUs)} as hunt_end offset 0) as presence
      cross join lateral (${distinct === 'SRC_IP' ? SOURCES : wholeWith(TRAITS[distinct])}) as part(value, since, ended, continues)
      cross join lateral (values (greatest(since, ${from}::timestamptz), 1), (least(ended, ${until}::timestamptz), -1)) as b(time, by)
    where ${and(...conditions.map((predicate) => compilePredicate(predicate, '', SESSIONS)))} and since < ${until} and ended > greatest(${from}::timestamptz, since)
    order by b.time`;
  await db.each<Boundary>(select, (row) => onBoundary({ ...row, time: canonicalTime(row.time) }));
};

const wholeWith = (trait: SQL): SQL => sql`select ${trait}, ${session.startedAt}, hunt_end, false`;

/**
 * The sources of a session over time: that of its login until a reconnect has another one. Before the first known source there is none. Of
 * several events at one time the last one counts.
 */
const SOURCES = sql`select host(src_ip), since, ended, src_ip_before is not null from (
    select src_ip, since, src_ip_before, coalesce(lead(since) over (order by since), hunt_end) as ended from (
      select src_ip, since, lag(src_ip) over (order by since) as src_ip_before from (
        select distinct on (since) src_ip, since from (
          select (select ${sessionEvent.srcIp} from ${LOGINS_WITH_SOURCE} order by ${sessionEvent.time}, ${sessionEvent.uuid} limit 1),
            ${session.startedAt}, ${session.startUuid} union all
          select ${sessionEvent.srcIp}, ${sessionEvent.time}, ${sessionEvent.uuid} from ${RECONNECTS_WITH_SOURCE} and ${sessionEvent.time} < hunt_end
        ) as told(src_ip, since, id) where src_ip is not null order by since, id desc
      ) as at_once
    ) as changing where src_ip is distinct from src_ip_before
  ) as parts`;
