import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import { shiftTime } from '../../model/values/time.ts';

import { isOfNoFixedLogon } from '../isOfNoFixedLogon.ts';
import { session, SESSION_ENDED, sessionEvent } from '../tables.ts';

import { SESSION_JOINED, SOURCES_BEFORE } from './sourcesBefore.ts';

/** Compiles what hunts ask of an event that no filter does, null for what is no such condition. */
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

/** Indexes: session_event_src_ip or session_event_user, a descent for each login in the partitions of the range. */
const compileDesktopSeen = ({ from, until }: Extract<Predicate, { kind: 'desktopSeen' }>): SQL =>
  sql`exists (select from session_event seen where seen.src_ip = ${sessionEvent.srcIp} and seen.user_name = ${sessionEvent.userName}
  and coalesce(seen.user_domain, '') = coalesce(${sessionEvent.userDomain}, '') and seen.hostname collate "POSIX" = ${sessionEvent.hostname}
  and seen.time >= ${from} and seen.time < ${until}
  and seen.action = 'LOGIN' and seen.login_successful is true and seen.login_type = 'RDP')`;

/**
 * Indexes: session_pair, a descent for each reconnect, and those of SOURCES_BEFORE: with `offset 0`, since by session_event_src_ip it would walk
 * all that a gateway sent while the session was open.
 */
const FROM_NEW_SOURCE =
  sql.raw(`(session_event.src_ip is not null and exists (select from ${SESSION_JOINED('session_event')}
  where not exists (select from (${SOURCES_BEFORE('session_event')} offset 0) before where before.src_ip = session_event.src_ip)))`);

/** Index: session_event_user, a descent for each event in the partitions of the range and the window around it. */
const compileLoginNearby = ({ windowUs, from, until }: Extract<Predicate, { kind: 'loginNearby' }>): SQL => {
  const length = sql`${`${windowUs} microseconds`}::interval`;
  return sql`exists (select from session_event nearby where nearby.user_name = ${sessionEvent.userName}
  and coalesce(nearby.user_domain, '') = coalesce(${sessionEvent.userDomain}, '') and nearby.hostname collate "POSIX" = ${sessionEvent.hostname}
  and nearby.time >= ${sessionEvent.time} - ${length} and nearby.time <= ${sessionEvent.time} + ${length}
  and nearby.time >= ${shiftTime(from, -windowUs)} and nearby.time <= ${shiftTime(until, windowUs)}
  and nearby.action = 'LOGIN' and nearby.login_successful is true)`;
};

/**
 * What has a login id and is of no fixed logon has a session, because it would open one, unless it is a REMOTE logout: that is only the
 * member of a session that began before it and was not over by then. Indexes: session_ended, a descent for such a logout, in the order of the
 * walk, so that a cold one reads a third of the pages; session_pair, one for a logout that ended no session.
 */
const IS_ORPHAN = sql`(${sessionEvent.loginId} is null or not ${sql.raw(isOfNoFixedLogon('session_event'))}
  or (${sessionEvent.action} = 'LOGOUT' and ${sessionEvent.loginType} = 'REMOTE' and not exists (
    select from ${session} where ${SESSION_ENDED} = ${sessionEvent.time} and ${session.endUuid} = ${sessionEvent.id}
      and ${session.hostname} = ${sessionEvent.hostname}) and coalesce((
    select (s.last_at, s.last_id) < (${sessionEvent.time}, ${sessionEvent.id}) from session s
    where s.hostname collate "POSIX" = ${sessionEvent.hostname} and s.login_id = ${sessionEvent.loginId}
      and (s.started_at, s.start_id) <= (${sessionEvent.time}, ${sessionEvent.id})
    order by s.started_at desc, s.start_id desc limit 1), true)))`;

/** Checked on a walk of session_event_time, which no index of hours would beat: most are closed. The year 1 began on a Monday, so that the seconds since then are never negative. */
const compileInWeek = ({ aheadSeconds, stretches }: Extract<Predicate, { kind: 'inWeek' }>): SQL => {
  const minutes = sql`((floor(extract(epoch from ${sessionEvent.time}))::bigint + ${SINCE_YEAR_1 + aheadSeconds}::bigint) % 604800 / 60)::integer`;
  const ranges = stretches.map(({ from, until }) => `[${from},${until})`);
  return sql`(${`{${ranges.join(',')}}`}::int4multirange @> ${minutes})`;
};

const SINCE_YEAR_1 = 62_135_596_800;
