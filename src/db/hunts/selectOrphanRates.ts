import { and, sql } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { OrphanRate, OrphanRates } from '../../model/hunts/orphans.ts';

import type { Reader } from '../makeReader.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { sessionEvent } from '../tables.ts';

/**
 * Reads how many of the events that all conditions hold for have no session, by host and day of UTC: so many of those with most, and how many
 * there are. Indexes: session_event_time, a walk over the time that the conditions bound; session_pair, a descent for a REMOTE logout.
 */
export const selectOrphanRates = async (
  reader: Reader,
  where: readonly Predicate[],
  limit: number,
): Promise<OrphanRates> => {
  const isOrphan = compilePredicate({ kind: 'orphan' }, '', EVENTS);
  const rows =
    await reader.rows<Row>(sql`select hostname, day::text, orphans, events, count(*) over ()::integer as total from (
      select hostname, (time at time zone 'UTC')::date as day, count(*)::integer as events,
        count(*) filter (where ${isOrphan})::integer as orphans from ${sessionEvent}
      where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} group by 1, 2) counted
    where orphans > 0 order by orphans desc, day, hostname limit ${limit}`);
  return {
    rates: rows.map(({ hostname, day, orphans, events }) => ({ hostname, day, orphans, events })),
    total: rows[0]?.total ?? 0,
  };
};

type Row = OrphanRate & { readonly total: number };
