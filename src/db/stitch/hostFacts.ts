import type pg from 'pg';
import { sql } from 'drizzle-orm';

import { earliest, latest } from '../../model/compare.ts';
import type { ActivityRange } from '../../model/session/hostActivity.ts';
import { FIXED_LOGIN_IDS } from '../../model/session/isStitched.ts';

import { textsParameter, timesParameter } from '../binaryArrays.ts';
import { inBothForms } from '../citus/hostLists.ts';
import { literal } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

import { UNKNOWN_HOST } from './touchedPairs.ts';
import type { PairHost } from './touchedPairs.ts';

/** What is stored about a host that new facts concern. Its starts and stops include the new ones. */
export type HostFacts = PairHost & {
  /** The ranges of activity that the new facts touch, oldest first. */
  readonly activity: readonly ActivityRange[];
};

export type HostFactsByName = {
  readonly of: (hostname: string) => HostFacts;
  /** Whether any host has a fact without a uid that has one of the fixed login ids. */
  readonly hasJudgedFacts: boolean;
};

/** A range of a host; a host without ranges has one row without times. */
type Row = {
  readonly hostname: string;
  readonly has_twins: boolean;
  readonly last_event_at: string | null;
  readonly last_cut_at: string | null;
  readonly has_judged_facts: boolean;
  readonly from_at: string | null;
  readonly until_at: string | null;
};

/** Reads what is stored about hosts, in one statement, because each batch of a live log concerns most hosts. */
export const selectHostFacts = async (
  client: pg.PoolClient,
  added: ReadonlyMap<string, readonly ActivityRange[]>,
  silenceUs: number,
): Promise<HostFactsByName> => {
  const firsts = [...added.values()].map((ranges) => earliest(ranges.map(({ from }) => from)));
  const lasts = [...added.values()].map((ranges) => latest(ranges.map(({ until }) => until)));
  const { rows } = await client.query<Row>({
    ...SELECT_HOST_FACTS(client),
    values: [
      silenceUs,
      silenceUs,
      textsParameter([...added.keys()]),
      timesParameter(firsts),
      timesParameter(lasts),
    ],
  });
  const facts = new Map<string, HostFacts & { readonly activity: ActivityRange[] }>();
  for (const row of rows) {
    const known = facts.get(row.hostname) ?? { ...toPairHost(row), activity: [] };
    facts.set(row.hostname, known);
    const { from_at: from, until_at: until } = row;
    if (from !== null && until !== null)
      known.activity.push({ from: canonicalTime(from), until: canonicalTime(until) });
  }
  return {
    of: (hostname) => facts.get(hostname) ?? NO_FACTS,
    hasJudgedFacts: rows[0]?.has_judged_facts === true,
  };
};

const NO_FACTS: HostFacts = { ...UNKNOWN_HOST, activity: [] };

const toPairHost = (row: Row): PairHost => ({
  hasTwins: row.has_twins,
  lastEventAt: row.last_event_at === null ? '' : canonicalTime(row.last_event_at),
  lastCutAt: row.last_cut_at === null ? '' : canonicalTime(row.last_cut_at),
});

/**
 * Indexes: host_activity_pkey, twin_pkey, host_pkey and context_event_boundary, one or two descents each per host; session_event_without_uid and
 * context_event_login_id, once.
 */
const SELECT_HOST_FACTS = inBothForms(
  'host_facts',
  ({
    hosts,
    fence,
  }) => sql`select t.hostname, exists (select from twin w where w.hostname = t.hostname${fence}) as has_twins,
      (select h.last_seen_at from host h where h.hostname = t.hostname)::text as last_event_at,
      (select c.time from context_event c where c.hostname = t.hostname and c.kind in ('HOST_START', 'HOST_STOP')
        order by c.time desc limit 1)::text as last_cut_at,
      (select exists (select 1 from session_event e where e.login_id in ${literal(FIXED_LOGIN_IDS)} and e.uid is null limit 1)
        or exists (select 1 from context_event c where c.login_id in ${literal(FIXED_LOGIN_IDS)} limit 1)) as has_judged_facts,
      a.from_at::text as from_at, a.until_at::text as until_at
    from ${hosts(
      sql`(select u.hostname, u.first_at - ${null}::bigint * interval '1 microsecond' as low, u.last_at + ${null}::bigint * interval '1 microsecond' as high
      from unnest(${null}::text[], ${null}::timestamptz[], ${null}::timestamptz[]) as u(hostname, first_at, last_at))`,
      ['hostname', 'low', 'high'],
    )}
    left join lateral (select a.from_at, a.until_at from host_activity a where a.hostname = t.hostname
      and a.from_at <= t.high and a.until_at >= t.low and a.from_at >= coalesce(
        (select max(b.from_at) from host_activity b where b.hostname = t.hostname and b.from_at <= t.low), t.low)
      order by a.from_at) a on true`,
);
