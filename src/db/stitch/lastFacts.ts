import type pg from 'pg';

import { sql } from 'drizzle-orm';

import { arrayParameter } from '../arrayParameter.ts';
import { inBothForms } from '../citus/hostLists.ts';

import type { HostFactsByName } from './hostFacts.ts';

/**
 * Notes at each host start the last fact before it: of new starts, and of the starts after new facts. The caller holds the locks of the
 * hosts. Indexes: context_event_boundary for the starts; session_event_pkey and context_event_pkey, one descent each per new start.
 */
export const noteLastFacts = async (
  client: pg.PoolClient,
  times: ReadonlyMap<string, readonly string[]>,
  stored: HostFactsByName,
): Promise<void> => {
  const hosts = [...times].filter(([hostname, [first = '']]) => stored.of(hostname).lastCutAt >= first);
  if (hosts.length === 0) return;
  const ends: number[] = [];
  for (const [, known] of hosts) ends.push((ends.at(-1) ?? 0) + known.length);
  await client.query({
    ...NOTE_LAST_FACTS(client),
    values: [
      arrayParameter(hosts.flatMap(([, known]) => known)),
      arrayParameter(hosts.map(([hostname]) => hostname)),
      arrayParameter(ends.map((_, index) => (ends[index - 1] ?? 0) + 1)),
      arrayParameter(ends),
    ],
  });
};

/**
 * The times of all hosts are one array, of which each host has a part. Citus refuses expressions that depend on the time zone in an UPDATE: it takes
 * the difference of two times for one, unless they are in UTC.
 */
const NOTE_LAST_FACTS = inBothForms(
  'note_last_facts',
  ({ hosts, once }) => sql`with facts as ${once}(select hostname, (${null}::timestamptz[])[low:high] as times
        from ${hosts(sql`unnest(${null}::text[], ${null}::integer[], ${null}::integer[])`, ['hostname', 'low', 'high'])})
      update context_event c set last_fact_at = n.last_fact_at
      from (
        select s.hostname, s.time, s.id, s.last_fact_at as noted,
          greatest(s.last_fact_at, f.times[width_bucket((s.time at time zone 'UTC' - interval '1 microsecond') at time zone 'UTC', f.times)], case when s.last_fact_at is null then greatest(
            (select max(e.time) from session_event e where e.hostname = s.hostname and e.time < s.time),
            (select max(e.time) from context_event e where e.hostname = s.hostname and e.time < s.time)) end) as last_fact_at
        from facts f join context_event s on s.hostname = f.hostname and s.kind in ('HOST_START', 'HOST_STOP') and s.kind = 'HOST_START'
          and s.time >= f.times[1]
      ) n
      where c.hostname = n.hostname and c.time = n.time and c.id = n.id and n.last_fact_at is distinct from n.noted`,
);

/**
 * Computes the last fact before each start of a host again. A time before the oldest kept events stays, unless a later fact is known: retention
 * dropped its fact. Indexes: those of noteLastFacts.
 */
export const rebuildLastFacts = async (
  client: pg.PoolClient,
  { hostname, keptFrom }: { readonly hostname: string; readonly keptFrom: string },
): Promise<void> => {
  await client.query(
    `update context_event c set last_fact_at = greatest(
       case when c.last_fact_at < $2 then c.last_fact_at end,
       (select max(e.time) from session_event e where e.hostname = c.hostname and e.time < c.time),
       (select max(e.time) from context_event e where e.hostname = c.hostname and e.time < c.time))
     where c.hostname = $1 and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'`,
    [hostname, keptFrom],
  );
};
