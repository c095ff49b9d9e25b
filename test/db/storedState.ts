import type { Database } from '../../src/db/client.ts';
import { selectPartitions } from '../../src/db/partitions.ts';

/** How many events a query of the whole table finds. */
export const countStored = async ({ writePool }: Database): Promise<number> => {
  const { rows } = await writePool.query<{ count: number }>('select count(*)::integer from session_event');
  return rows[0]?.count ?? -1;
};

/** Names of the partitions, also of those that are detached, and not dropped. */
export const listPartitionNames = async ({ writePool }: Database): Promise<readonly string[]> =>
  (await selectPartitions(writePool)).map(({ name }) => name);
