import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import { shiftTime } from '../../model/values/time.ts';

import { sessionEvent } from '../tables.ts';

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

/** Indexes: session_pair, a descent for each reconnect, and those of SOURCES_BEFORE. */
const FROM_NEW_SOURCE =
  sql.raw(`(session_event.src_ip is not null and exists (select from ${SESSION_JOINED('session_event')}
  where not exists (select from (${SOURCES_BEFORE('session_event')}) before where before.src_ip = session_event.src_ip)))`);

/** Index: session_event_user, a descent for each event in the partitions of the range and the window around it. */
const compileLoginNearby = ({ windowUs, from, until }: Extract<Predicate, { kind: 'loginNearby' }>): SQL => {
  const length = sql`${`${windowUs} microseconds`}::interval`;
  return sql`exists (select from session_event nearby where nearby.user_name = ${sessionEvent.userName}
  and coalesce(nearby.user_domain, '') = coalesce(${sessionEvent.userDomain}, '') and nearby.hostname collate "POSIX" = ${sessionEvent.hostname}
  and nearby.time >= ${sessionEvent.time} - ${length} and nearby.time <= ${sessionEvent.time} + ${length}
  and nearby.time >= ${shiftTime(from, -windowUs)} and nearby.time <= ${shiftTime(until, windowUs)}
  and nearby.action = 'LOGIN' and nearby.login_successful is true)`;
};
