import type pg from 'pg';

import type { NewHostStart } from '../model/hostStart.ts';

/**
 * Inserts host starts, sorted by primary key like events, and gives those that were new.
 */
export const insertHostStarts = async (
  client: pg.PoolClient,
  starts: readonly NewHostStart[],
): Promise<readonly NewHostStart[]> => {
  if (starts.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: 'insert_host_starts',
    text: `insert into host_start (hostname, time, id, source_id)
      select * from unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[]) on conflict do nothing returning id`,
    values: [
      starts.map(({ hostname }) => hostname),
      starts.map(({ time }) => time),
      starts.map(({ uuid }) => uuid),
      starts.map(({ sourceId }) => sourceId),
    ],
  });
  const inserted = new Set(rows.map(({ id }) => id));
  return starts.filter(({ uuid }) => inserted.has(uuid));
};
