import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { NewContextEvent } from '../model/contextEvent.ts';
import type { Position } from '../model/sessionEvent.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, HOST_STARTS } from './compilePredicate.ts';
import type { CountedList, EventPageQuery } from './selectEvents.ts';
import { countEach } from './selectEach.ts';
import { contextEvent } from './tables.ts';

/** Reads a page of the list of host starts, ordered by (time, id). Index: context_event_time; context_event_pkey for filters by host. */
export const selectHostStarts = async (
  db: RequestDatabase,
  { predicate, asOf, scan, after, before, limit }: EventPageQuery,
): Promise<readonly Omit<NewContextEvent, 'kind'>[]> => {
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  return db
    .select({
      uuid: contextEvent.uuid,
      time: contextEvent.time,
      hostname: contextEvent.hostname,
      sourceId: contextEvent.sourceId,
    })
    .from(contextEvent)
    .where(
      and(
        eq(contextEvent.kind, 'HOST_START'),
        compilePredicate(predicate, asOf, HOST_STARTS),
        after === null ? undefined : isBeyond(after, isDescending),
        before === null ? undefined : isBeyond(before, !isDescending),
      ),
    )
    .orderBy(direction(contextEvent.time), direction(contextEvent.uuid))
    .limit(limit);
};

const isBeyond = ({ time, uuid }: Position, isEarlier: boolean): SQL => {
  const key = sql`(${contextEvent.time}, ${contextEvent.uuid})`;
  const edge = sql`(${time}::timestamptz, ${uuid}::uuid)`;
  return isEarlier ? sql`${key} < ${edge}` : sql`${key} > ${edge}`;
};

/** Counts the host starts of a list, up to its cap if it has one. Indexes: those of the list. */
export const countHostStarts = async (
  db: RequestDatabase,
  { predicate, asOf, cap }: CountedList,
): Promise<number> => {
  const [count = 0] = await countEach(db, [
    {
      table: contextEvent,
      where: and(eq(contextEvent.kind, 'HOST_START'), compilePredicate(predicate, asOf, HOST_STARTS)),
      cap,
    },
  ]);
  return count;
};
