import type { Database } from '../../src/db/client.ts';
import { selectPartitions } from '../../src/db/partitions.ts';

/** Counts the events in the whole table. */
export const countStored = async ({ writePool }: Database): Promise<number> => {
  const { rows } = await writePool.query<{ count: number }>('select count(*)::integer from session_event');
  return rows[0]?.count ?? -1;
};

/** Lists the names of the partitions, including detached ones that are not dropped. */
export const listPartitionNames = async ({ writePool }: Database): Promise<readonly string[]> =>
  (await selectPartitions(writePool)).map(({ name }) => name);
