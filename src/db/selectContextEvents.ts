import { and, asc, desc, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { ContextEvent } from '../model/contextEvent.ts';
import { makeContextEventId } from '../model/globalId.ts';
import type { EventKey, Position } from '../model/sessionEvent.ts';

import { batchReads } from './batchReads.ts';
import { compilePredicate, CONTEXT_EVENTS } from './compilePredicate.ts';
import { CONTEXT_COLUMNS, toContextEvent } from './contextRows.ts';
import type { ContextRow } from './contextRows.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { countEach, selectEach } from './selectEach.ts';
import type { EventPageQuery } from './eventPage.ts';
import type { CountedList } from './selectEvents.ts';
import { contextEvent } from './tables.ts';

/**
 * Reads a page of a list of context events by keyset, in the order of the list. Index: context_event_time; context_event_pkey with a host,
 * context_event_user with a user, context_event_login_id with a login id.
 */
export const selectContextEvents = batchReads<EventPageQuery, readonly ContextEvent[]>(
  async (db, queries) => {
    const pages = await selectEach<ContextRow>(
      db,
      queries.map((query) => selectPage(db, query)),
    );
    return pages.map((rows) => rows.map(toContextEvent));
  },
);

const selectPage = (db: RequestDatabase, { predicate, asOf, scan, after, before, limit }: EventPageQuery) => {
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  return db
    .select({ columns: CONTEXT_COLUMNS })
    .from(contextEvent)
    .where(
      and(
        compilePredicate(predicate, asOf, CONTEXT_EVENTS),
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

/** Counts the context events of a list, up to its cap if it has one. Indexes: those of the list. */
export const countContextEvents = batchReads<CountedList, number>(async (db, lists) =>
  countEach(
    db,
    lists.map(({ predicate, asOf, cap }) => ({
      table: contextEvent,
      where: compilePredicate(predicate, asOf, CONTEXT_EVENTS),
      cap,
    })),
  ),
);

/** Reads a context event by primary key; null if it is not stored. Index: context_event_pkey. */
export const selectContextEvent = batchReads<EventKey, ContextEvent | null>(
  async (db, keys) => {
    const matches = keys.map(
      ({ hostname, time, uuid }) =>
        sql`(${contextEvent.hostname} = ${hostname} and ${contextEvent.time} = ${time} and ${contextEvent.uuid} = ${uuid}::uuid)`,
    );
    const rows = await db.rows<ContextRow>(
      db
        .select({ columns: CONTEXT_COLUMNS })
        .from(contextEvent)
        .where(or(...matches)),
    );
    const byId = new Map(rows.map(toContextEvent).map((event) => [makeContextEventId(event), event]));
    return keys.map((key) => byId.get(makeContextEventId(key)) ?? null);
  },
  { weight: 0 },
);
