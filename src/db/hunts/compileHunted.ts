import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import { shiftTime } from '../../model/values/time.ts';

import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import { session, SESSION_ENDED, sessionEvent } from '../tables.ts';

import { joinSession, sourcesBefore } from './selectSourcesBefore.ts';

/** Compiles the conditions that only hunts use; null for other conditions. */
export const compileHunted = (predicate: Predicate): SQL | null => {
  switch (predicate.kind) {
    case 'desktopSeen':
      return compileDesktopSeen(predicate);
    case 'fromNewSource':
      return FROM_NEW_SOURCE;
    case 'loginNearby':
      return compileLoginNearby(predicate);
    case 'orphan':
      return IS_ORPHAN;
    case 'inWeek':
      return compileInWeek(predicate);
    default:
      return null;
  }
};

/** Indexes: session_event_src_ip or session_event_user, one descent per login in the partitions of the range. */
const compileDesktopSeen = ({ from, until }: Extract<Predicate, { kind: 'desktopSeen' }>): SQL =>
  sql`exists (select from session_event seen where seen.src_ip = ${sessionEvent.srcIp} and seen.user_name = ${sessionEvent.userName}
  and coalesce(seen.user_domain, '') = coalesce(${sessionEvent.userDomain}, '') and seen.hostname collate "POSIX" = ${sessionEvent.hostname}
  and seen.time >= ${from} and seen.time < ${until}
  and seen.action = 'LOGIN' and seen.login_successful is true and seen.login_type = 'RDP')`;

/**
 * Indexes: session_pair, one descent per reconnect, and those of sourcesBefore. Without `offset 0` Postgres would use
 * session_event_src_ip and walk everything that a gateway sent while the session was open.
 */
const FROM_NEW_SOURCE = sql`(session_event.src_ip is not null and exists (select from ${joinSession(sql`session_event`)}
  where not exists (select from (${sourcesBefore(sql`session_event`)} offset 0) before where before.src_ip = session_event.src_ip)))`;

/** Index: session_event_user, one descent per event in the partitions of the range and the window around it. */
const compileLoginNearby = ({ windowUs, from, until }: Extract<Predicate, { kind: 'loginNearby' }>): SQL => {
  const length = sql`${`${windowUs} microseconds`}::interval`;
  return sql`exists (select from session_event nearby where nearby.user_name = ${sessionEvent.userName}
  and coalesce(nearby.user_domain, '') = coalesce(${sessionEvent.userDomain}, '') and nearby.hostname collate "POSIX" = ${sessionEvent.hostname}
  and nearby.time >= ${sessionEvent.time} - ${length} and nearby.time <= ${sessionEvent.time} + ${length}
  and nearby.time >= ${shiftTime(from, -windowUs)} and nearby.time <= ${shiftTime(until, windowUs)}
  and nearby.action = 'LOGIN' and nearby.login_successful is true)`;
};

/**
 * An event that has a login id and does not belong to a fixed logon opens a session if there is none, so it always has one. The exception is
 * a REMOTE logout: it only belongs to a session that began before it and was still open. Indexes: session_ended, one descent per REMOTE
 * logout, in the order of the walk, so that a cold cache reads a third of the pages; session_pair, one descent per logout that ended no
 * session.
 */
const IS_ORPHAN = sql`(${sessionEvent.loginId} is null or not ${isNotFixedLogon(sql`session_event`)}
  or (${sessionEvent.action} = 'LOGOUT' and ${sessionEvent.loginType} = 'REMOTE' and not exists (
    select from ${session} where ${SESSION_ENDED} = ${sessionEvent.time} and ${session.endUuid} = ${sessionEvent.uuid}
      and ${session.hostname} = ${sessionEvent.hostname}) and coalesce((
    select (s.last_at, s.last_id) < (${sessionEvent.time}, ${sessionEvent.uuid}) from session s
    where s.hostname collate "POSIX" = ${sessionEvent.hostname} and s.login_id = ${sessionEvent.loginId}
      and (s.started_at, s.start_id) <= (${sessionEvent.time}, ${sessionEvent.uuid})
    order by s.started_at desc, s.start_id desc limit 1), true)))`;

/**
 * A filter on a walk of session_event_time. An index on hours would not be faster, because most hours are closed. The year 1 began on a
 * Monday, so that the seconds since then are never negative.
 */
const compileInWeek = ({ aheadSeconds, weekRanges }: Extract<Predicate, { kind: 'inWeek' }>): SQL => {
  const minutes = sql`((floor(extract(epoch from ${sessionEvent.time}))::bigint + ${SINCE_YEAR_1 + aheadSeconds}::bigint) % 604800 / 60)::integer`;
  const ranges = weekRanges.map(({ from, until }) => `[${from},${until})`);
  return sql`(${`{${ranges.join(',')}}`}::int4multirange @> ${minutes})`;
};

const SINCE_YEAR_1 = 62_135_596_800;
