import type pg from 'pg';

import { eachInSlices, mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { isStitched } from '../../model/session/isStitched.ts';
import type { PairKey } from '../../model/session/session.ts';
import type { EventKey, NewEvent } from '../../model/sessionEvent.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { eachBatch } from '../eachBatch.ts';
import { canonicalTime } from '../tables.ts';

/** A pair whose sessions may have changed, and the range from its first to its last new item. */
export type TouchedPair = PairKey & {
  readonly firstAt: string;
  /** '' for a host start, which precedes events of the same time. */
  readonly firstUuid: string;
  readonly lastAt: string;
  /** Its new events, in no order; empty if unknown. */
  readonly events: readonly NewEvent[];
};

/** Returns the pairs of new events, each with the range of its new events. */
export const pairsOfEvents = async (events: readonly NewEvent[]): Promise<readonly TouchedPair[]> => {
  const pairs = new Map<string, Touch>();
  const add = (event: NewEvent): void => {
    if (event.loginId === null || !isStitched(event)) return;
    const pair = touch(pairs, event.hostname, event.loginId);
    include(pair, event.time, event.uuid);
    pair.events.push(event);
  };
  await eachInSlices(events, add, weighLittle);
  return [...pairs.values()];
};

/** Joins ranges of the same pair. */
export const joinPairs = async (
  ofEvents: readonly TouchedPair[],
  ofHostStarts: readonly TouchedPair[],
): Promise<readonly TouchedPair[]> => {
  if (ofHostStarts.length === 0) return ofEvents;
  const pairs = new Map<string, Touch>();
  const add = ({ hostname, loginId, firstAt, firstUuid, lastAt, events }: TouchedPair): void => {
    const pair = touch(pairs, hostname, loginId);
    include(pair, firstAt, firstUuid);
    include(pair, lastAt, firstUuid);
    for (const event of events) pair.events.push(event);
  };
  await eachInSlices([...ofEvents, ...ofHostStarts], add, ({ events }) => 0.1 * (1 + events.length));
  return [...pairs.values()];
};

type Touch = { -readonly [Field in keyof TouchedPair]: TouchedPair[Field] } & { readonly events: NewEvent[] };

const touch = (pairs: Map<string, Touch>, hostname: string, loginId: string): Touch => {
  const key = `${loginId} ${hostname}`;
  const pair = pairs.get(key) ?? { hostname, loginId, firstAt: '', firstUuid: '', lastAt: '', events: [] };
  pairs.set(key, pair);
  return pair;
};

const include = (pair: Touch, time: string, uuid: string): void => {
  if (pair.firstAt === '' || time < pair.firstAt || (time === pair.firstAt && uuid < pair.firstUuid)) {
    pair.firstAt = time;
    pair.firstUuid = uuid;
  }
  if (time > pair.lastAt) pair.lastAt = time;
};

/**
 * Reads the pairs with sessions that new host starts may end: those that began before a host start and were open, or had a logout, after
 * it. Returns each pair once, with the first and the last host start that affects it. They are found by binary search, because the
 * combinations of host starts and sessions can be billions. Index: session_over.
 */
export const selectPairsCutBy = async (
  client: pg.PoolClient,
  starts: readonly Omit<EventKey, 'uuid'>[],
): Promise<readonly TouchedPair[]> => {
  const times = new Map<string, string[]>();
  const add = ({ hostname, time }: Omit<EventKey, 'uuid'>): void => {
    const known = times.get(hostname);
    if (known === undefined) times.set(hostname, [time]);
    else known.push(time);
  };
  await eachInSlices(starts, add, weighLittle);
  const pairs: TouchedPair[] = [];
  for await (const batch of eachBatch([...times])) {
    const { rows } = await client.query<CutPair>({
      name: 'pairs_cut_by_host_starts',
      text: `select s.hostname, s.login_id, min(h.times[width_bucket(s.started_at, h.times) + 1])::text as first_at,
          max(h.times[width_bucket(s.over_at, h.times)])::text as last_at
        from (select hostname, times::timestamptz[] as times from unnest($1::text[], $2::text[]) as u(hostname, times)) h
        join session s on s.hostname = h.hostname and s.started_at < h.times[cardinality(h.times)] and s.over_at >= h.times[1]
        where h.times[width_bucket(s.started_at, h.times) + 1] <= s.over_at
        group by s.hostname, s.login_id`,
      // As text: unnest would flatten an array of arrays.
      values: [
        arrayParameter(batch.map(([hostname]) => hostname)),
        arrayParameter(batch.map(([, known]) => arrayParameter(known.toSorted()))),
      ],
    });
    const touched = await mapInSlices(rows, toTouchedPair, weighLittle);
    for (const pair of touched) pairs.push(pair);
  }
  return pairs;
};

type CutPair = {
  readonly hostname: string;
  readonly login_id: string;
  readonly first_at: string;
  readonly last_at: string;
};

const toTouchedPair = (row: CutPair): TouchedPair => ({
  hostname: row.hostname,
  loginId: row.login_id,
  firstAt: canonicalTime(row.first_at),
  firstUuid: '',
  lastAt: canonicalTime(row.last_at),
  events: [],
});
