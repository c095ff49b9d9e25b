import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { AddressEvent } from '../../model/hunts/lateral/makeAddressBook.ts';
import type { Hop } from '../../model/hunts/lateral/linkHops.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import { accountDomain } from '../accountDomain.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { sessionOf } from '../membership.ts';
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
 * conditions; those of sessionOf, one descent each per event.
 */
export const eachHop = async (
  db: RequestDatabase,
  where: readonly Predicate[],
  onHop: (hop: HopRow) => void,
): Promise<void> => {
  const select = sql`select session_event.time, session_event.id as uuid, session_event.action, session_event.hostname, session_event.src_ip as "srcIp", session_event.dest_ip as "destIp", ${accountDomain(sql`session_event.user_domain`)} as "userDomain",
      session_event.user_name as "userName", s.started_at is not null as "hasSession", s.ended_at as "endedAt"
    from ${sessionEvent} left join lateral ${sessionOf(sql`session_event`)} on true
    where ${allOf(where)} order by session_event.time, session_event.id`;
  await db.each<HopRow>(select, (row) =>
    onHop({
      ...row,
      time: canonicalTime(row.time),
      endedAt: row.endedAt === null ? null : canonicalTime(row.endedAt),
    }),
  );
};

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
