import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import { shiftTime } from '../../model/values/time.ts';

import { ACCOUNT_DOMAIN, accountDomain } from '../accountDomain.ts';
import { sessionOf } from '../membership.ts';
import { sessionEvent } from '../tables.ts';

import { sourcesBefore } from './selectSourcesBefore.ts';

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
    case 'unknownDomain':
      return IS_OF_UNKNOWN_DOMAIN;
    case 'inWeek':
      return compileInWeek(predicate);
    default:
      return null;
  }
};

/** Indexes: session_event_src_ip or session_event_user, one descent per login in the partitions of the range. */
const compileDesktopSeen = ({ from, until }: Extract<Predicate, { kind: 'desktopSeen' }>): SQL =>
  sql`exists (select from session_event seen where seen.src_ip = ${sessionEvent.srcIp} and seen.user_name = ${sessionEvent.userName}
  and coalesce(account_domain(seen.user_domain), '') = coalesce(${accountDomain(sessionEvent.userDomain)}, '') and seen.hostname collate "POSIX" = ${sessionEvent.hostname}
  and seen.time >= ${from} and seen.time < ${until}
  and seen.action = 'LOGIN' and seen.login_successful is true and seen.login_type = 'RDP')`;

/**
 * Indexes: those of sessionOf, one descent each per reconnect, and those of sourcesBefore. Without `offset 0` Postgres would use
 * session_event_src_ip and walk everything that a gateway sent while the session was open.
 */
const FROM_NEW_SOURCE = sql`(session_event.src_ip is not null and exists (select from ${sessionOf(sql`session_event`)}
  where (s.started_at, s.start_id) < (session_event.time, session_event.id) and not exists (select from (${sourcesBefore(sql`session_event`)} offset 0) before where before.src_ip = session_event.src_ip)))`;

/** Index: session_event_user, one descent per event in the partitions of the range and the window around it. */
const compileLoginNearby = ({ windowUs, from, until }: Extract<Predicate, { kind: 'loginNearby' }>): SQL => {
  const length = sql`${`${windowUs} microseconds`}::interval`;
  return sql`exists (select from session_event nearby where nearby.user_name = ${sessionEvent.userName}
  and coalesce(account_domain(nearby.user_domain), '') = coalesce(${accountDomain(sessionEvent.userDomain)}, '') and nearby.hostname collate "POSIX" = ${sessionEvent.hostname}
  and nearby.time >= ${sessionEvent.time} - ${length} and nearby.time <= ${sessionEvent.time} + ${length}
  and nearby.time >= ${shiftTime(from, -windowUs)} and nearby.time <= ${shiftTime(until, windowUs)}
  and nearby.action = 'LOGIN' and nearby.login_successful is true)`;
};

/** The domains are hashed once; login_domain is small. */
export const IS_OF_UNKNOWN_DOMAIN = sql`coalesce(${ACCOUNT_DOMAIN}, '') not in (select ${accountDomain(sql`d.user_domain`)} from login_domain d)`;

/** Indexes: those of sessionOf, one descent each per event. */
const IS_ORPHAN = sql`not exists (select from ${sessionOf(sql`session_event`)})`;

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
