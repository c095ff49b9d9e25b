import type { Database } from '../client.ts';

import { eventMatches, selectNameless, startMatches, valuesOf } from './erasure.ts';
import type { Erasure } from './erasure.ts';

/** What is, or would be, erased on a host. */
export type HostCount = {
  readonly hostname: string;
  /** All of them. */
  readonly events: number;
  /** Those of these that name nobody, and are of a session of the account. */
  readonly eventsWithoutUser: number;
  readonly hostStarts: number;
};

/**
 * Counts by host. Indexes: session_event_pkey and host_start_pkey with a host, session_event_user with an account; by time or source
 * alone session_event_time and host_start_time.
 */
export const countErasable = async (
  { writePool }: Database,
  erasure: Erasure,
): Promise<readonly HostCount[]> => {
  const nameless =
    erasure.account === null
      ? ''
      : `union all select e.hostname, count(*), count(*), 0 from ${selectNameless(erasure)} e group by 1`;
  const { rows } = await writePool.query<HostCount>(
    `select hostname, sum(events)::integer as events, sum(nameless)::integer as "eventsWithoutUser", sum(starts)::integer as "hostStarts"
     from (
       select e.hostname, count(*) as events, 0 as nameless, 0 as starts from session_event e where ${eventMatches(erasure)} group by 1
       union all select e.hostname, 0, 0, count(*) from host_start e where ${startMatches(erasure)} group by 1
       ${nameless}) counted
     group by 1 order by 1`,
    valuesOf(erasure),
  );
  return rows;
};
