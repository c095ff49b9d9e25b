import type pg from 'pg';

import { compareTexts, latest } from '../../model/compare.ts';
import { eachInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { mergeRanges } from '../../model/session/hostActivity.ts';
import type { ActivityRange } from '../../model/session/hostActivity.ts';
import type { EventKey } from '../../model/sessionEvent.ts';

import { textsParameter, timesParameter } from '../binaryArrays.ts';
import { canonicalTime } from '../tables.ts';

import type { HostFactsByName } from './hostFacts.ts';

type Fact = Omit<EventKey, 'uuid'>;

/** Returns the times of facts by host, sorted. */
export const groupByHost = async (
  facts: readonly Fact[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const times = new Map<string, string[]>();
  const add = ({ hostname, time }: Fact): void => {
    const known = times.get(hostname);
    if (known === undefined) times.set(hostname, [time]);
    else known.push(time);
  };
  await eachInSlices(facts, add, weighLittle);
  for (const known of times.values()) known.sort(compareTexts);
  return times;
};

/** Stores the ranges in which hosts recorded facts without a longer silence. The caller holds the locks of the hosts. */
export const extendActivity = async (
  client: pg.PoolClient,
  added: RangesByHost,
  { stored, silenceUs }: { readonly stored: HostFactsByName; readonly silenceUs: number },
): Promise<void> => {
  const gone: [string, string][] = [];
  const grown: [string, ActivityRange][] = [];
  const begun: [string, ActivityRange][] = [];
  for (const [hostname, ranges] of added) {
    const before = stored.of(hostname).activity;
    const known = new Map(before.map(({ from, until }) => [from, until]));
    for (const range of mergeRanges([...before, ...ranges], silenceUs)) {
      const until = known.get(range.from);
      if (until === undefined) begun.push([hostname, range]);
      else if (until !== range.until) grown.push([hostname, range]);
      known.delete(range.from);
    }
    for (const from of known.keys()) gone.push([hostname, from]);
  }
  if (gone.length > 0) await deleteActivity(client, gone);
  if (grown.length > 0) await updateActivity(client, grown);
  if (begun.length > 0) await insertActivity(client, begun);
};

type RangesByHost = ReadonlyMap<string, readonly ActivityRange[]>;

/** Index: host_activity_pkey. */
const deleteActivity = async (
  client: pg.PoolClient,
  gone: readonly (readonly [string, string])[],
): Promise<void> => {
  await client.query({
    name: 'delete_activity',
    text: `delete from host_activity a using unnest($1::text[], $2::timestamptz[]) as x(hostname, from_at)
      where a.hostname = x.hostname and a.from_at = x.from_at`,
    values: [
      textsParameter(gone.map(([hostname]) => hostname)),
      timesParameter(gone.map(([, from]) => from)),
    ],
  });
};

type HostRange = readonly [hostname: string, range: ActivityRange];

/** Index: host_activity_pkey. */
const updateActivity = async (client: pg.PoolClient, ranges: readonly HostRange[]): Promise<void> => {
  await client.query({
    name: 'update_activity',
    text: `update host_activity a set until_at = x.until_at from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as x(hostname, from_at, until_at)
      where a.hostname = x.hostname and a.from_at = x.from_at`,
    values: rangeColumns(ranges),
  });
};

const insertActivity = async (client: pg.PoolClient, ranges: readonly HostRange[]): Promise<void> => {
  await client.query({
    name: 'insert_activity',
    text: `insert into host_activity (hostname, from_at, until_at) select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[])`,
    values: rangeColumns(ranges),
  });
};

const rangeColumns = (ranges: readonly HostRange[]): (string | Buffer)[] => [
  textsParameter(ranges.map(([hostname]) => hostname)),
  timesParameter(ranges.map(([, { from }]) => from)),
  timesParameter(ranges.map(([, { until }]) => until)),
];

/**
 * Computes the ranges of a host again from its stored facts. Ranges before the oldest kept events stay: retention dropped their facts. The time of
 * the last dropped fact is not known. A range is continued by a kept fact within SILENCE of the oldest kept events, as it was before; otherwise it
 * ends at the last fact that is known. Index: session_event_pkey and context_event_pkey, the part of the host.
 */
export const rebuildActivity = async (
  client: pg.PoolClient,
  { hostname, keptFrom, silenceUs }: { hostname: string; keptFrom: string; silenceUs: number },
): Promise<void> => {
  const { rows } = await client.query<{ from_at: string; until_at: string }>(
    `with older as (delete from host_activity where hostname = $1 returning from_at, until_at),
       facts as (select time from session_event where hostname = $1 union all select time from context_event where hostname = $1),
       marked as (select time, coalesce(time - lag(time) over (order by time) > $3::bigint * interval '1 microsecond', true) as begins from facts),
       numbered as (select time, count(*) filter (where begins) over (order by time rows unbounded preceding) as number from marked)
     select min(time)::text as from_at, max(time)::text as until_at from numbered group by number
     union all select from_at::text, least(until_at, $2::timestamptz)::text from older where from_at < $2::timestamptz`,
    [hostname, keptFrom, silenceUs],
  );
  const ranges = rows.map(({ from_at: from, until_at: until }) => ({
    from: canonicalTime(from),
    until: canonicalTime(until),
  }));
  const merged = mergeRanges(ranges, silenceUs);
  const cut = merged.find(({ until }) => until === keptFrom);
  const lastKnown = cut === undefined ? null : await selectLastFact(client, hostname, keptFrom);
  if (merged.length > 0)
    await insertActivity(
      client,
      merged.map(({ from, until }) => [
        hostname,
        { from, until: until === keptFrom ? latest([from, lastKnown ?? from]) : until },
      ]),
    );
};

/**
 * Reads the time of the last known fact of a host up to the oldest kept events: of a stored fact, or of a dropped one that a session or a start
 * tells. Indexes: session_event_pkey, context_event_pkey, context_event_boundary, session_pkey, the part of the host.
 */
const selectLastFact = async (
  client: pg.PoolClient,
  hostname: string,
  keptFrom: string,
): Promise<string | null> => {
  const { rows } = await client.query<{ time: string | null }>(
    `select greatest(
       (select max(time) from session_event where hostname = $1 and time <= $2),
       (select max(time) from context_event where hostname = $1 and time <= $2),
       (select max(last_fact_at) from context_event where hostname = $1 and kind in ('HOST_START', 'HOST_STOP') and last_fact_at < $2),
       (select max(fact) from session s cross join lateral unnest(array[s.started_at, s.own_last_at, s.last_at]) as fact
        where s.hostname = $1 and s.started_at < $2 and fact < $2))::text as time`,
    [hostname, keptFrom],
  );
  const time = rows[0]?.time ?? null;
  return time === null ? null : canonicalTime(time);
};
