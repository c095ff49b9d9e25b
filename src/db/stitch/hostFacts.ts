import type pg from 'pg';
import { sql } from 'drizzle-orm';

import { earliest, latest } from '../../model/compare.ts';
import type { ActivityRange } from '../../model/session/hostActivity.ts';
import { FIXED_LOGIN_IDS } from '../../model/session/isStitched.ts';
import { shiftTime } from '../../model/values/time.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { literal, toStatement } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

/** What is stored about a host that new facts concern. */
export type HostFacts = {
  /** The ranges of activity that the new facts touch, oldest first. */
  readonly activity: readonly ActivityRange[];
  readonly hasTwins: boolean;
  /** Whether it has a start at or after its first new fact. */
  readonly hasLaterStart: boolean;
};

export type HostFactsByName = {
  readonly of: (hostname: string) => HostFacts;
  /** Whether any host has a fact without a uid that has one of the fixed login ids. */
  readonly hasJudgedFacts: boolean;
};

type Row = {
  readonly hostname: string;
  readonly has_twins: boolean;
  readonly has_later_start: boolean;
  readonly has_judged_facts: boolean;
  readonly from_at: readonly string[];
  readonly until_at: readonly string[];
};

const NO_FACTS: HostFacts = { activity: [], hasTwins: false, hasLaterStart: false };

/** Reads what is stored about hosts, in one statement, because each batch of a live log concerns most hosts. */
export const selectHostFacts = async (
  client: pg.PoolClient,
  added: ReadonlyMap<string, readonly ActivityRange[]>,
  silenceUs: number,
): Promise<HostFactsByName> => {
  const firsts = [...added.values()].map((ranges) => earliest(ranges.map(({ from }) => from)));
  const lasts = [...added.values()].map((ranges) => latest(ranges.map(({ until }) => until)));
  const { rows } = await client.query<Row>({
    ...SELECT_HOST_FACTS,
    values: [
      arrayParameter([...added.keys()]),
      arrayParameter(firsts),
      arrayParameter(firsts.map((time) => shiftTime(time, -silenceUs))),
      arrayParameter(lasts.map((time) => shiftTime(time, silenceUs))),
    ],
  });
  const facts = new Map(rows.map((row) => [row.hostname, toHostFacts(row)]));
  return {
    of: (hostname) => facts.get(hostname) ?? NO_FACTS,
    hasJudgedFacts: rows[0]?.has_judged_facts === true,
  };
};

const toHostFacts = (row: Row): HostFacts => ({
  activity: row.from_at.map((from, index) => ({
    from: canonicalTime(from),
    until: canonicalTime(row.until_at[index] ?? from),
  })),
  hasTwins: row.has_twins,
  hasLaterStart: row.has_later_start,
});

/**
 * Indexes: host_activity_pkey, twin_pkey and context_event_boundary, one or two descents each per host; session_event_without_uid and
 * context_event_login_id, once.
 */
const SELECT_HOST_FACTS = {
  name: 'host_facts',
  text: toStatement(sql`select t.hostname, exists (select from twin w where w.hostname = t.hostname offset 0) as has_twins,
      exists (select from context_event c where c.hostname = t.hostname and c.kind in ('HOST_START', 'HOST_STOP') and c.kind = 'HOST_START'
        and c.time >= t.first_at offset 0) as has_later_start,
      (select exists (select from session_event e where e.login_id in ${literal(FIXED_LOGIN_IDS)} and e.uid is null)
        or exists (select from context_event c where c.login_id in ${literal(FIXED_LOGIN_IDS)})) as has_judged_facts,
      coalesce(a.from_at, '{}') as from_at, coalesce(a.until_at, '{}') as until_at
    from unnest(${null}::text[], ${null}::timestamptz[], ${null}::timestamptz[], ${null}::timestamptz[]) as t(hostname, first_at, low, high)
    cross join lateral (select array_agg(a.from_at order by a.from_at)::text[] as from_at, array_agg(a.until_at order by a.from_at)::text[] as until_at
      from host_activity a where a.hostname = t.hostname and a.from_at <= t.high and a.until_at >= t.low and a.from_at >= coalesce(
        (select max(b.from_at) from host_activity b where b.hostname = t.hostname and b.from_at <= t.low), t.low)) a`)
    .text,
} as const;
