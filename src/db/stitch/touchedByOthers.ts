import type pg from 'pg';
import { sql } from 'drizzle-orm';

import type { NewContextEvent } from '../../model/contextEvent.ts';
import { eachInSlices, mapInSlices, weighLittle } from '../../model/mapInSlices.ts';
import { FIXED_LOGIN_IDS, hasFixedLoginId } from '../../model/session/isStitched.ts';
import type { NewEvent } from '../../model/sessionEvent.ts';
import { shiftTime } from '../../model/values/time.ts';

import { arrayParameter } from '../arrayParameter.ts';
import { eachBatch } from '../eachBatch.ts';
import { inBothForms } from '../citus/hostLists.ts';
import { literal } from '../statement.ts';
import { canonicalTime } from '../tables.ts';

import { UNKNOWN_HOST } from './touchedPairs.ts';
import type { TouchedPair } from './touchedPairs.ts';

/** Whether the host started or stopped. */
export const isCut = ({ kind }: NewContextEvent): boolean => kind === 'HOST_START' || kind === 'HOST_STOP';

/**
 * Reads the pairs whose sessions new cuts may change: those with a session that began before a cut and was open, or had a later fact,
 * after it; and those with a twin that takes events across the cut. Returns each pair once, with the first and the last cut that affects it.
 *
 * They are found by binary search, because the combinations of cuts and sessions can be billions. Indexes: session_over, twin_until.
 */
export const selectPairsCutBy = async (
  client: pg.PoolClient,
  contextEvents: readonly NewContextEvent[],
): Promise<readonly TouchedPair[]> => {
  const times = new Map<string, string[]>();
  const add = (event: NewContextEvent): void => {
    if (!isCut(event)) return;
    // A stop follows the facts of its time.
    const time = event.kind === 'HOST_STOP' ? shiftTime(event.time, 1) : event.time;
    const known = times.get(event.hostname);
    if (known === undefined) times.set(event.hostname, [time]);
    else known.push(time);
  };
  await eachInSlices(contextEvents, add, weighLittle);
  const pairs: TouchedPair[] = [];
  for await (const batch of eachBatch([...times])) {
    const { rows } = await client.query<PairRow>({
      ...SELECT_CUT(client),
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

const SELECT_CUT = inBothForms(
  'pairs_cut_by_hosts',
  ({ hosts, once }) => sql`with h as ${once}(
          select hostname, times::timestamptz[] as times from ${hosts(sql`unnest(${null}::text[], ${null}::text[])`, ['hostname', 'times'])})
        select hostname, login_id, min(first_at)::text as first_at, max(last_at)::text as last_at from (
          select s.hostname, s.login_id, h.times[width_bucket(s.started_at, h.times) + 1] as first_at,
            h.times[width_bucket(s.over_at, h.times)] as last_at
          from h join session s on s.hostname = h.hostname and s.started_at < h.times[cardinality(h.times)] and s.over_at >= h.times[1]
          where h.times[width_bucket(s.started_at, h.times) + 1] <= s.over_at
          union all
          select w.hostname, w.login_id, h.times[width_bucket(w.time, h.times) + 1],
            h.times[width_bucket(w.until_at, h.times)]
          from h join twin w on w.hostname = h.hostname and w.time < h.times[cardinality(h.times)] and w.until_at >= h.times[1]
          where h.times[width_bucket(w.time, h.times) + 1] <= w.until_at
        ) crossed
        group by hostname, login_id`,
);

/**
 * Reads the pairs with a fixed login id whose events without a uid are judged by a new login. Index: session_event_without_uid, which is
 * almost empty.
 */
export const selectPairsJudgedBy = async (
  client: pg.PoolClient,
  events: readonly NewEvent[],
): Promise<readonly TouchedPair[]> => {
  const logins = new Map<string, NewEvent>();
  const add = (event: NewEvent): void => {
    if (event.action !== 'LOGIN' || !event.loginSuccessful || event.uid === null || !hasFixedLoginId(event))
      return;
    const key = `${event.loginId} ${event.hostname}`;
    const known = logins.get(key);
    if (known === undefined || event.time < known.time) logins.set(key, event);
  };
  await eachInSlices(events, add, weighLittle);
  if (logins.size === 0) return [];
  const judged = [...logins.values()];
  const { rows } = await client.query<PairRow>({
    ...SELECT_JUDGED(client),
    values: [
      arrayParameter(judged.map(({ hostname }) => hostname)),
      arrayParameter(judged.map(({ loginId }) => loginId)),
      arrayParameter(judged.map(({ time }) => time)),
    ],
  });
  return mapInSlices(rows, toTouchedPair, weighLittle);
};

const SELECT_JUDGED = inBothForms(
  'pairs_judged_by_logins',
  ({
    hosts,
  }) => sql`select t.hostname, t.login_id, min(e.time)::text as first_at, max(e.time)::text as last_at
    from ${hosts(sql`unnest(${null}::text[], ${null}::text[], ${null}::timestamptz[])`, ['hostname', 'login_id', 'time'])}
    join lateral (
      select e.time from session_event e where e.hostname = t.hostname and e.login_id = t.login_id and e.time >= t.time
        and e.uid is null and e.login_id in ${literal(FIXED_LOGIN_IDS)}
      union all
      select c.time from context_event c where c.login_id = t.login_id and c.hostname collate "POSIX" = t.hostname and c.time >= t.time
    ) e on true
    group by 1, 2`,
);

type PairRow = {
  readonly hostname: string;
  readonly login_id: string;
  readonly first_at: string;
  readonly last_at: string;
};

const toTouchedPair = (row: PairRow): TouchedPair => ({
  hostname: row.hostname,
  loginId: row.login_id,
  firstAt: canonicalTime(row.first_at),
  firstUuid: '',
  lastAt: canonicalTime(row.last_at),
  events: null,
  host: UNKNOWN_HOST,
});
