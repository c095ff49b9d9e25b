import type pg from 'pg';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { comparePositions } from '../../model/compare.ts';
import { mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import {
  HOST_START_POSITION,
  HOST_STOP_POSITION,
  positionOfDisconnect,
} from '../../model/session/factPosition.ts';
import type { PairMark } from '../../model/session/foldSessions.ts';
import { hasFixedLoginId } from '../../model/session/isStitched.ts';
import type { StoredSession } from '../../model/session/session.ts';
import { sortInSlices } from '../../model/sortInSlices.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { inBothForms } from '../citus/hostLists.ts';
import type { ListForm } from '../citus/hostLists.ts';
import { isNotFixedLogon } from '../isNotFixedLogon.ts';
import { canonicalTime } from '../tables.ts';

import { groupByPair, pairColumns } from './groupByPair.ts';
import { lowest } from './planPairRange.ts';
import type { Cut, PairRangePlan } from './planPairRange.ts';
import type { TouchedPair } from './touchedPairs.ts';

type MarkRow = { readonly index: string; readonly time: string; readonly id: string };

/**
 * Reads the twins of pairs, from the last one before their ranges on: an event before the first new item may follow a twin, too. Index:
 * twin_pkey, two descents per pair of a host that has twins.
 */
export const selectTwins = async (
  client: pg.PoolClient,
  touched: readonly TouchedPair[],
  sessions: readonly (readonly StoredSession[])[],
): Promise<readonly (readonly PairMark[])[]> => {
  const asked = touched.flatMap((pair, index) =>
    pair.host.hasTwins ? [{ ...pair, index, low: lowest(pair, sessions[index] ?? []) }] : [],
  );
  if (asked.length === 0) return touched.map(() => []);
  const { rows: found } = await client.query<MarkRow>({
    ...SELECT_TWINS(client),
    values: [...pairColumns(asked), arrayParameter(asked.map(({ low }) => low))],
  });
  const rows = found.map((row) => ({
    ...row,
    index: String((asked[Number(row.index) - 1]?.index ?? 0) + 1),
  }));
  const read = ({ time, id }: MarkRow): PairMark => ({ kind: 'TWIN', time: canonicalTime(time), uuid: id });
  return groupByPair(touched.length, rows, { read, weigh: weighLittle });
};

const SELECT_TWINS = inBothForms(
  'stitch_twins',
  ({ hosts, fence }) => sql`select t.index::text as index, w.time::text as time, w.id
    from ${hosts(sql`unnest(${null}::text[], ${null}::text[], ${null}::timestamptz[]) with ordinality`, [
      'hostname',
      'login_id',
      'low',
      'index',
    ])}
    cross join lateral (select w.time, w.id from twin w where w.hostname = t.hostname and w.login_id = t.login_id
      and w.time >= coalesce((select max(p.time) from twin p where p.hostname = t.hostname and p.login_id = t.login_id
        and p.time < t.low and ${isNotFixedLogon(sql`p`)}), t.low) and ${isNotFixedLogon(sql`w`)}${fence}) w
    order by w.time, w.id`,
);

/**
 * Reads the Disconnects in the ranges of pairs. Index: context_event_login_id, one descent per pair.
 */
export const selectDisconnects = async (
  client: pg.PoolClient,
  plans: readonly PairRangePlan[],
): Promise<readonly (readonly PairMark[])[]> => {
  const isFixed = plans.some(({ pair }) => hasFixedLoginId(pair));
  const { rows } = await client.query<MarkRow>({
    ...(isFixed ? SELECT_JUDGED_DISCONNECTS : SELECT_DISCONNECTS)(client),
    values: [
      ...pairColumns(plans.map(({ pair }) => pair)),
      arrayParameter(plans.map(({ low }) => low)),
      arrayParameter(plans.map(({ high }) => high ?? 'infinity')),
    ],
  });
  const read = ({ time, id }: MarkRow): PairMark => ({
    kind: 'DISCONNECT',
    time: canonicalTime(time),
    uuid: positionOfDisconnect(id),
  });
  return groupByPair(plans.length, rows, { read, weigh: weighLittle });
};

const selectDisconnectsIf =
  (condition: SQL) =>
  ({ hosts, fence }: ListForm): SQL => sql`select t.index::text as index, e.time::text as time, e.id
    from ${hosts(
      sql`unnest(${null}::text[], ${null}::text[], ${null}::timestamptz[], ${null}::timestamptz[])
      with ordinality`,
      ['hostname', 'login_id', 'low', 'high', 'index'],
    )}
    cross join lateral (select * from context_event e where e.login_id = t.login_id and e.hostname collate "POSIX" = t.hostname
      and e.time >= t.low and e.time <= t.high and ${condition}${fence}) e`;

const SELECT_DISCONNECTS = inBothForms('stitch_disconnects', selectDisconnectsIf(sql`true`));

/** Most batches have no pair with a fixed login id. */
const SELECT_JUDGED_DISCONNECTS = inBothForms(
  'stitch_judged_disconnects',
  selectDisconnectsIf(isNotFixedLogon(sql`e`, sql`null::text`)),
);

type HostRanges = ReadonlyMap<string, { readonly low: string; readonly high: string }>;

type Known = {
  readonly sessions: readonly (readonly StoredSession[])[];
  readonly twins: readonly (readonly PairMark[])[];
};

/** The range of each host in which cuts matter to its touched pairs, if it has a cut there or later. */
export const listHostRanges = (touched: readonly TouchedPair[], { sessions, twins }: Known): HostRanges => {
  const ranges = new Map<string, { low: string; high: string }>();
  touched.forEach((pair, index) => {
    const start = lowest(pair, sessions[index] ?? []);
    const twinAt = twins[index]?.[0]?.time ?? start;
    const low = twinAt < start ? twinAt : start;
    if (pair.host.lastCutAt < low) return;
    const range = ranges.get(pair.hostname);
    if (range === undefined) {
      ranges.set(pair.hostname, { low, high: pair.lastAt });
    } else {
      if (low < range.low) range.low = low;
      if (pair.lastAt > range.high) range.high = pair.lastAt;
    }
  });
  return ranges;
};

/**
 * Reads the starts and stops of hosts, in order: those in the ranges, up to the first start after each range. Index: context_event_boundary, two
 * descents per host.
 */
export const selectCuts = async (
  client: pg.PoolClient,
  ranges: HostRanges,
): Promise<(hostname: string) => readonly Cut[]> => {
  if (ranges.size === 0) return () => [];
  const { rows } = await client.query<CutRow>({
    ...SELECT_CUTS(client),
    values: [
      arrayParameter([...ranges.keys()]),
      arrayParameter([...ranges.values()].map(({ low }) => low)),
      arrayParameter([...ranges.values()].map(({ high }) => high)),
    ],
  });
  const cuts = new Map<string, readonly Cut[]>();
  for (const { hostname, starts, stops } of rows) {
    const all = [
      ...(await mapInSlices(starts, toStart, weighLittle)),
      ...(await mapInSlices(stops, toStop, weighLittle)),
    ];
    cuts.set(hostname, await sortInSlices(all, comparePositions));
  }
  return (hostname) => cuts.get(hostname) ?? [];
};

const SELECT_CUTS = inBothForms(
  'stitch_cuts',
  ({
    hosts,
    fence,
  }) => sql`select t.hostname, coalesce(array_agg(distinct c.time) filter (where c.kind = 'HOST_START'), '{}')::text[] as starts,
        coalesce(array_agg(distinct c.time) filter (where c.kind = 'HOST_STOP'), '{}')::text[] as stops
      from ${hosts(sql`unnest(${null}::text[], ${null}::timestamptz[], ${null}::timestamptz[])`, ['hostname', 'low', 'high'])}
      cross join lateral (select c.time, c.kind from context_event c where c.hostname = t.hostname and c.time >= t.low
        and c.kind in ('HOST_START', 'HOST_STOP')
        and c.time <= coalesce((select min(n.time) from context_event n where n.hostname = t.hostname and n.time > t.high
          and n.kind in ('HOST_START', 'HOST_STOP') and n.kind = 'HOST_START'), 'infinity')
        ${fence}) c
      group by t.hostname`,
);

type CutRow = {
  readonly hostname: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
};

const toStart = (time: string): Cut => ({
  kind: 'HOST_START',
  time: canonicalTime(time),
  uuid: HOST_START_POSITION,
});

const toStop = (time: string): Cut => ({
  kind: 'HOST_STOP',
  time: canonicalTime(time),
  uuid: HOST_STOP_POSITION,
});
