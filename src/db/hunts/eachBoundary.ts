import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { Boundary } from '../../model/hunts/foldOverlaps.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, SESSIONS } from '../compilePredicate.ts';
import { isMember } from '../membership.ts';
import { canonicalTime, session, SESSION_ENDED, SESSION_EXTENT, sessionEvent } from '../tables.ts';

/** What sessions are grouped by or counted by. SESSION treats each session as different. */
export type SessionTrait = 'HOST' | 'USER' | 'SESSION' | 'SRC_IP';

const TRAITS: Readonly<Record<Exclude<SessionTrait, 'SRC_IP'>, SQL>> = {
  HOST: sql`hostname`,
  // accountKey in SQL.
  USER: sql`coalesce(user_domain, '') || '\\' || user_name`,
  SESSION: sql`start_id::text`,
};

/** Which sessions to read, and in which range. */
export type BoundaryList = {
  readonly range: TimeRange;
  readonly where: readonly Predicate[];
  readonly by: Exclude<SessionTrait, 'SRC_IP'>;
  readonly distinct: SessionTrait;
};

/**
 * Reads the starts and ends of the sessions that are open at some moment of the range, ordered by time. They are cut to the range, so that a
 * session that is still open ends with it. Indexes: session_ended or session_started, whichever leaves fewer sessions (in the middle of a long
 * history each leaves half, and Postgres scans them); session_event_login_id for sessions with several sources.
 */
export const eachBoundary = async (
  db: RequestDatabase,
  { range: { from, until }, where, by, distinct }: BoundaryList,
  onBoundary: (boundary: Boundary) => unknown,
): Promise<void> => {
  const conditions: readonly Predicate[] = [
    { kind: 'overlaps', from, until },
    { kind: 'endsAfter', time: from },
    { kind: 'not', of: { kind: 'momentary' } },
    ...where,
  ];
  const select = sql`select b.time, start_id as uuid, b.by, since > started_at as "continues", ${TRAITS[by]} as key, part.value
    from ${session} cross join lateral (${distinct === 'SRC_IP' ? SOURCES : wholeWith(TRAITS[distinct])}) as part(value, since, ended)
      cross join lateral (values (greatest(since, ${from}::timestamptz), 1), (least(ended, ${until}::timestamptz), -1)) as b(time, by)
    where ${and(...conditions.map((predicate) => compilePredicate(predicate, '', SESSIONS)))} and since < ${until} and ended > ${from}
    order by b.time`;
  await db.each<Boundary>(select, (row) => onBoundary({ ...row, time: canonicalTime(row.time) }));
};

const wholeWith = (trait: SQL): SQL => sql`select ${trait}, ${session.startedAt}, ${SESSION_ENDED}`;

/**
 * The sources of a session over time: its first known source until an event has another one. Of several events at one time the last one
 * counts.
 */
const SOURCES = sql`select host(src_ip), since, ended from (
    select src_ip, since, coalesce(lead(since) over (order by since), ${SESSION_ENDED}) as ended from (
      select src_ip, since, lag(src_ip) over (order by since) as src_ip_before from (
        select distinct on (since) src_ip, since from (
          select ${session.srcIp}, ${session.startedAt}, ${session.startUuid} union all
          select ${sessionEvent.srcIp}, ${sessionEvent.time}, ${sessionEvent.uuid} from ${sessionEvent} where cardinality(${session.srcIps}) > 1
            and ${isMember(SESSION_EXTENT)} and ${sessionEvent.srcIp} is not null and ${sessionEvent.action} <> 'LOGIN' and ${sessionEvent.time} < ${SESSION_ENDED}
        ) as told(src_ip, since, id) order by since, id desc
      ) as at_once
    ) as changing where src_ip is distinct from src_ip_before
  ) as parts`;
