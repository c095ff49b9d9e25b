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
};

/** The pairs of new events, each with the stretch of its new events. */
export const pairsOfEvents = (events: readonly NewEvent[]): readonly TouchedPair[] => {
  const pairs = new Map<string, TouchedPair>();
  for (const event of events) {
    if (event.loginId !== null && isStitched(event)) {
      touch(
        pairs,
        { hostname: event.hostname, loginId: event.loginId },
        { time: event.time, uuid: event.uuid },
      );
    }
  }
  return [...pairs.values()];
};

/** Joins stretches of the same pair. */
export const joinPairs = (...groups: readonly (readonly TouchedPair[])[]): readonly TouchedPair[] => {
  const pairs = new Map<string, TouchedPair>();
  for (const { firstAt, firstUuid, lastAt, ...pair } of groups.flat()) {
    touch(pairs, pair, { time: firstAt, uuid: firstUuid });
    touch(pairs, pair, { time: lastAt, uuid: firstUuid });
  }
  return [...pairs.values()];
};

const touch = (
  pairs: Map<string, TouchedPair>,
  pair: PairKey,
  { time, uuid }: Omit<EventKey, 'hostname'>,
): void => {
  const key = `${pair.loginId} ${pair.hostname}`;
  const known = pairs.get(key);
  const isFirst =
    known === undefined || time < known.firstAt || (time === known.firstAt && uuid < known.firstUuid);
  pairs.set(key, {
    hostname: pair.hostname,
    loginId: pair.loginId,
    firstAt: isFirst ? time : known.firstAt,
    firstUuid: isFirst ? uuid : known.firstUuid,
    lastAt: known === undefined || time > known.lastAt ? time : known.lastAt,
  });
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
    return { hostname, loginId, firstAt: time, firstUuid: '', lastAt: time };
  });
};
