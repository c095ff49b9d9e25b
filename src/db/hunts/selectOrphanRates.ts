import { and, sql } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { HostKey } from '../../model/host.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { sessionEvent } from '../tables.ts';

/** How many events of a host and day (UTC) have no session. */
export type OrphanRate = {
  readonly host: HostKey;
  readonly day: string;
  readonly orphans: number;
  readonly events: number;
  /** `orphans` divided by `events`. */
  readonly rate: number;
};

/** The rates with the most orphans, and the number of all rates. */
export type OrphanRates = { readonly rates: readonly OrphanRate[]; readonly total: number };

const MAX_RATES = 1000;

/**
 * Reads how many events have no session, by host and day (UTC), most first: at most MAX_RATES rates. Indexes: session_event_time, a walk over
 * the range of the conditions; session_pair, one descent per REMOTE logout.
 */
export const selectOrphanRates = async (
  db: RequestDatabase,
  where: readonly Predicate[],
): Promise<OrphanRates> => {
  const isOrphan = compilePredicate({ kind: 'orphan' }, '', EVENTS);
  const rows =
    await db.rows<Row>(sql`select hostname, day::text, orphans, events, count(*) over ()::integer as total from (
      select hostname, (time at time zone 'UTC')::date as day, count(*)::integer as events,
        count(*) filter (where ${isOrphan})::integer as orphans from ${sessionEvent}
      where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} group by 1, 2) counted
    where orphans > 0 order by orphans desc, day, hostname limit ${MAX_RATES}`);
  return {
    rates: rows.map(({ hostname, day, orphans, events }) => ({
      host: { hostname },
      day,
      orphans,
      events,
      rate: orphans / events,
    })),
    total: rows[0]?.total ?? 0,
  };
};

type Row = Omit<OrphanRate, 'host' | 'rate'> & { readonly hostname: string; readonly total: number };
