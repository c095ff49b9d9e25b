import type pg from 'pg';

import type { NewHostStart } from '../model/hostStart.ts';

import { arrayParameter } from './arrayParameter.ts';
import { eachBatch } from './eachBatch.ts';

/** Inserts host starts, sorted by primary key like events, and returns those that are new. */
export const insertHostStarts = async (
  client: pg.PoolClient,
  starts: readonly NewHostStart[],
): Promise<readonly NewHostStart[]> => {
  const inserted: NewHostStart[] = [];
  for await (const batch of eachBatch(starts)) {
    const { rows } = await client.query<{ id: string }>({
      name: 'insert_host_starts',
      text: `insert into host_start (hostname, time, id, source_id)
        select * from unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[]) on conflict do nothing returning id`,
      values: [
        batch.map(({ hostname }) => hostname),
        batch.map(({ time }) => time),
        batch.map(({ uuid }) => uuid),
        batch.map(({ sourceId }) => sourceId),
      ].map(arrayParameter),
    });
    const uuids = new Set(rows.map(({ id }) => id));
    inserted.push(...batch.filter(({ uuid }) => uuids.has(uuid)));
  }
  return inserted;
};
