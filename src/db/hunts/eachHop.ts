import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { AddressEvent } from '../../model/hunts/lateral/makeAddressBook.ts';
import type { Hop } from '../../model/hunts/lateral/linkHops.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

/** A hop as its event has it, before the host of its source is looked up. */
export type HopRow = Omit<Hop, 'source' | 'account' | 'session'> & {
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly hasSession: boolean;
  readonly endedAt: string | null;
};

/**
 * Reads logins and reconnects with their sessions, ordered by (time, id), one row at a time. Indexes: session_event_time for the range of the
 * conditions; session_pair, one descent per event. Sessions are found by the rules of selectSessionOfEvent.
 */
export const eachHop = async (
  db: RequestDatabase,
  where: readonly Predicate[],
  onHop: (hop: HopRow) => void,
): Promise<void> => {
  const select = sql`select time, id as uuid, action, hostname, src_ip as "srcIp", dest_ip as "destIp", session_event.user_domain as "userDomain",
      session_event.user_name as "userName", s.known is not null as "hasSession", s.ended_at as "endedAt"
    from ${sessionEvent} left join lateral (select true as known, ended_at, last_at, last_id from session
      where session.hostname collate "POSIX" = session_event.hostname
        and session.login_id = coalesce(session_event.linked_login_id, session_event.login_id)
        and (started_at, start_id) <= (session_event.time, case when session_event.linked_login_id is null then session_event.id else ${LAST_UUID} end)
      order by started_at desc, start_id desc limit 1) s on ${IS_MEMBER}
    where ${allOf(where)} order by time, id`;
  await db.each<HopRow>(select, (row) =>
    onHop({
      ...row,
      time: canonicalTime(row.time),
      endedAt: row.endedAt === null ? null : canonicalTime(row.endedAt),
    }),
  );
};

const LAST_UUID = sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

/** An event belongs to a session up to its last event; a twin, which is not one of the session's own events, up to the session's end. */
const IS_MEMBER = sql`case when session_event.linked_login_id is null
  then ${isNotFixedLogon(sql`session_event`)} and (session_event.time, session_event.id) <= (s.last_at, s.last_id)
  else s.ended_at is null or session_event.time <= s.ended_at end`;

const allOf = (where: readonly Predicate[]): SQL | undefined =>
  and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)));

/**
 * Reads the events of a range from which on an address belongs to another host, ordered by (time, id). Index: session_event_time, a walk over
 * the range.
 */
export const eachAddressChange = async (
  db: RequestDatabase,
  { from, until }: TimeRange,
  onChange: (event: AddressEvent) => void,
): Promise<void> =>
  db.each<AddressEvent>(
    sql`select ip, hostname, time, uuid from (
        select dest_ip as ip, hostname, time, id as uuid, lag(hostname) over (partition by dest_ip order by time, id) as before
        from ${sessionEvent} where time >= ${from} and time < ${until} and dest_ip is not null) named
      where before is distinct from hostname order by time, uuid`,
    (row) => onChange({ ...row, time: canonicalTime(row.time) }),
  );
