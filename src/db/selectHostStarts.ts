import { and, asc, desc, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { NewHostStart } from '../model/hostStart.ts';
import type { Position } from '../model/sessionEvent.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, HOST_STARTS } from './compilePredicate.ts';
import type { CountedList, EventPageQuery } from './selectEvents.ts';
import { countEach } from './selectEach.ts';
import { hostStart } from './tables.ts';

/** Reads a page of the list of host starts, ordered by (time, id). Index: host_start_time; host_start_pkey for filters by host. */
export const selectHostStarts = async (
  db: RequestDatabase,
  { predicate, asOf, scan, after, before, limit }: EventPageQuery,
): Promise<readonly NewHostStart[]> => {
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  return db
    .select({
      uuid: hostStart.uuid,
      time: hostStart.time,
      hostname: hostStart.hostname,
      sourceId: hostStart.sourceId,
    })
    .from(hostStart)
    .where(
      and(
        compilePredicate(predicate, asOf, HOST_STARTS),
        after === null ? undefined : isBeyond(after, isDescending),
        before === null ? undefined : isBeyond(before, !isDescending),
      ),
    )
    .orderBy(direction(hostStart.time), direction(hostStart.uuid))
    .limit(limit);
};

const isBeyond = ({ time, uuid }: Position, isEarlier: boolean): SQL => {
  const key = sql`(${hostStart.time}, ${hostStart.uuid})`;
  const edge = sql`(${time}::timestamptz, ${uuid}::uuid)`;
  return isEarlier ? sql`${key} < ${edge}` : sql`${key} > ${edge}`;
};

/** Counts the host starts of a list, up to its cap if it has one. Indexes: those of the list. */
export const countHostStarts = async (
  db: RequestDatabase,
  { predicate, asOf, cap }: CountedList,
): Promise<number> => {
  const [count = 0] = await countEach(db, [
    { table: hostStart, where: compilePredicate(predicate, asOf, HOST_STARTS), cap },
  ]);
  return count;
};
