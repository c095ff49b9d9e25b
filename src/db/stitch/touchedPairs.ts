import type pg from 'pg';

import { isStitched } from '../../model/session/isStitched.ts';
import type { PairKey } from '../../model/session/session.ts';
import type { EventKey, NewEvent } from '../../model/sessionEvent.ts';

/** A pair whose sessions may have changed, and where: from its first new item to its last. */
export type TouchedPair = PairKey & {
  readonly firstAt: string;
  /** '' for a host start, which comes before events of its time. */
  readonly firstUuid: string;
  readonly lastAt: string;
  /** Its new events, in no order; empty when they are not known. */
  readonly events: readonly NewEvent[];
};

/** The pairs of new events, each with the stretch of its new events. */
export const pairsOfEvents = (events: readonly NewEvent[]): readonly TouchedPair[] => {
  const pairs = new Map<string, Touch>();
  for (const event of events) {
    if (event.loginId !== null && isStitched(event)) {
      const pair = touch(pairs, event.hostname, event.loginId);
      include(pair, event.time, event.uuid);
      pair.events.push(event);
    }
  }
  return [...pairs.values()];
};

/** Joins stretches of the same pair. */
export const joinPairs = (...groups: readonly (readonly TouchedPair[])[]): readonly TouchedPair[] => {
  const pairs = new Map<string, Touch>();
  for (const { hostname, loginId, firstAt, firstUuid, lastAt, events } of groups.flat()) {
    const pair = touch(pairs, hostname, loginId);
    include(pair, firstAt, firstUuid);
    include(pair, lastAt, firstUuid);
    pair.events.push(...events);
  }
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
 * The pairs whose sessions a new host start may cut: those that began before it and were open, or had a logout, after it. Index:
 * session_over.
 */
export const selectPairsCutBy = async (
  client: pg.PoolClient,
  starts: readonly Omit<EventKey, 'uuid'>[],
): Promise<readonly TouchedPair[]> => {
  if (starts.length === 0) return [];
  const { rows } = await client.query<{ hostname: string; login_id: string; index: string }>({
    name: 'pairs_cut_by_host_starts',
    text: `select distinct s.hostname, s.login_id, h.index::text
      from unnest($1::text[], $2::timestamptz[]) with ordinality as h(hostname, time, index)
      join session s on s.hostname = h.hostname and s.started_at < h.time
        and s.over_at >= h.time`,
    values: [starts.map(({ hostname }) => hostname), starts.map(({ time }) => time)],
  });
  return rows.map(({ hostname, login_id: loginId, index }) => {
    const time = starts[Number(index) - 1]?.time ?? '';
    return { hostname, loginId, firstAt: time, firstUuid: '', lastAt: time, events: [] };
  });
};
