import { sql } from 'drizzle-orm';

import type { PairKey, StoredSession } from '../model/session/session.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { session } from './tables.ts';

/** Where in a pair's life an event stands. */
export type PairPosition = PairKey & { readonly time: string; readonly uuid: string };

/**
 * Reads, for each position, the last session of its pair that began at or before it, in no order. Index: session_pair, one descent
 * for a position.
 */
export const selectSessionsBefore = async (
  db: RequestDatabase,
  positions: readonly PairPosition[],
): Promise<readonly StoredSession[]> => {
  if (positions.length === 0) return [];
  const text = (values: readonly string[]) => sql.param(values);
  return db
    .select()
    .from(session)
    .where(
      sql`(${session.hostname}, ${session.startedAt}, ${session.startUuid}) in (
        select hostname, split_part(start, ' ', 1)::timestamptz, split_part(start, ' ', 2)::uuid from (
          select p.hostname, (select replace(s.started_at::text, ' ', 'T') || ' ' || s.start_id from session s
            where s.hostname collate "POSIX" = p.hostname and s.login_id = p.login_id and (s.started_at, s.start_id) <= (p.time, p.id)
            order by s.started_at desc, s.start_id desc limit 1) as start
          from unnest(${text(positions.map(({ hostname }) => hostname))}::text[], ${text(positions.map(({ loginId }) => loginId))}::text[],
            ${text(positions.map(({ time }) => time))}::timestamptz[], ${text(positions.map(({ uuid }) => uuid))}::uuid[]) as p(hostname, login_id, time, id)
        ) as latest where start is not null)`,
    );
};
