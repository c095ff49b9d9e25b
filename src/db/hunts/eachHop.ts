import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { ClientOfEvent } from '../../model/hunts/lateral/findCandidates.ts';
import type { Hop } from '../../model/hunts/lateral/linkHops.ts';

import { accountDomain } from '../accountDomain.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { huntEndOf } from '../endedAfter.ts';
import { sessionOf } from '../membership.ts';
import { canonicalTime, sessionEvent } from '../tables.ts';

import { HOSTS_BY_NAME } from './hostsByName.ts';

/** A hop as its event has it, before the host of its source is looked up. */
export type HopRow = Omit<Hop, 'candidates' | 'account' | 'session'> &
  ClientOfEvent & {
    readonly userDomain: string | null;
    readonly userName: string | null;
    readonly hasSession: boolean;
    readonly endedAt: string | null;
  };

/**
 * Reads logins and reconnects with their sessions, ordered by (time, id), one row at a time. A session ends by huntEnd, unless `silenceUs` is null.
 * Indexes: session_event_time for the range of the conditions; those of sessionOf and endedAfterOf, one descent each per event. Names of clients
 * need none: they are in the rows, and are compared with all hosts by a hash.
 */
export const eachHop = async (
  db: RequestDatabase,
  { where, silenceUs }: { readonly where: readonly Predicate[]; readonly silenceUs: number | null },
  onHop: (hop: HopRow) => void,
): Promise<void> => {
  const end = silenceUs === null ? sql`s.ended_at` : huntEndOf(sql`s`, silenceUs);
  const select = sql`select ${CLIENT}, session_event.action, session_event.dest_ip as "destIp", ${accountDomain(sql`session_event.user_domain`)} as "userDomain",
      session_event.user_name as "userName", s.started_at is not null as "hasSession", ${end} as "endedAt"
    from ${sessionEvent} left join lateral ${sessionOf(sql`session_event`)} on true ${JOIN_NAMED}
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
 * Reads failed logins with what they say about their clients, in no order, one row at a time. Index: session_event_failure for the range of
 * the conditions.
 */
export const eachFailedHop = async (
  db: RequestDatabase,
  where: readonly Predicate[],
  onLogin: (login: ClientOfEvent) => void,
): Promise<void> => {
  const select = sql`select ${CLIENT} from ${sessionEvent} ${JOIN_NAMED} where ${allOf(where)}`;
  await db.each<ClientOfEvent>(select, (row) => onLogin({ ...row, time: canonicalTime(row.time) }));
};

const CLIENT = sql`session_event.time, session_event.id as uuid, session_event.hostname, session_event.src_ip as "srcIp",
      session_event.src_hostname as "srcHostname", coalesce(named.hosts, case when h.hostname is not null then array[h.hostname] end) as "namedHosts"`;

/** The hosts with the name that the client claimed: all with this short name, or the one with exactly this name. */
const JOIN_NAMED = sql`left join ${HOSTS_BY_NAME} named on named.name = session_event.src_hostname
      left join host h on h.hostname = session_event.src_hostname`;
