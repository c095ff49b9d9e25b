import { and, asc, desc, getTableColumns, gte, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { PartialTimeRange } from '../model/filter/timeRange.ts';
import type { EventKey, Position, SessionEvent } from '../model/sessionEvent.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from './compilePredicate.ts';
import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import type { CountedList, EventPageQuery } from './eventPageQuery.ts';
import { countEach, selectEach } from './selectEach.ts';
import { sessionEvent } from './tables.ts';
import { UNBOUNDED, makeTimeWindows } from './timeWindows.ts';

/**
 * Reads pages of lists by keyset, in their order; as many statements for a hundred as for one.
 *
 * Served by the index of the most selective equality ((hostname | user_name | uid | src_ip | login_id …, time, id)), else by
 * session_event_time or session_event_failure. The first statement looks at the nearest partition, the next ones further: over 120
 * partitions 0.4 ms instead of 7.7.
 */
export const selectEvents = async (
  db: RequestDatabase,
  queries: readonly EventPageQuery[],
): Promise<readonly (readonly SessionEvent[])[]> => {
  const partitions = await db.partitions.list();
  const pages: (readonly SessionEvent[])[] = queries.map(() => []);
  let pending = queries.map((query, index) => ({
    query,
    index,
    windows: makeTimeWindows(partitions, query),
  }));
  for (let step = 0; pending.length > 0; step += 1) {
    const found = await selectEach<EventRow>(
      db,
      pending.map(({ query, windows }) => selectWithin(db, query, windows[step] ?? UNBOUNDED)),
    );
    pending.forEach(({ index }, at) => {
      pages[index] = (found[at] ?? []).map(toSessionEvent);
    });
    pending = pending.filter(
      ({ query, windows }, at) => step + 1 < windows.length && (found[at]?.length ?? 0) < query.limit,
    );
  }
  return pages;
};

const selectWithin = (db: RequestDatabase, query: EventPageQuery, window: PartialTimeRange) => {
  const descending = query.scan === 'DESCENDING';
  const direction = descending ? desc : asc;
  return db
    .select({ columns: EVENT_COLUMNS })
    .from(sessionEvent)
    .where(
      and(
        compilePredicate(query.predicate, query.asOf, EVENTS),
        query.after === null ? undefined : isBeyond(query.after, descending),
        query.before === null ? undefined : isBeyond(query.before, !descending),
        window.from === null ? undefined : gte(sessionEvent.time, window.from),
        window.until === null ? undefined : lt(sessionEvent.time, window.until),
      ),
    )
    .orderBy(direction(sessionEvent.time), direction(sessionEvent.uuid))
    .limit(query.limit);
};

/** All columns, put together once. */
export const EVENT_COLUMNS = sql.raw(
  Object.values(getTableColumns(sessionEvent))
    .map(({ name }) => `"${name}"`)
    .join(', '),
);

/** The row comparison is exact, the bound on time alone lets Postgres leave partitions out. */
export const isBeyond = ({ time, uuid }: Position, earlier: boolean): SQL => {
  const key = sql`(${sessionEvent.time}, ${sessionEvent.uuid})`;
  return earlier
    ? sql`${key} < (${time}::timestamptz, ${uuid}::uuid) and ${sessionEvent.time} <= ${time}`
    : sql`${key} > (${time}::timestamptz, ${uuid}::uuid) and ${sessionEvent.time} >= ${time}`;
};

/** Counts the events of each list, up to its cap when it has one; walks the same indexes as the lists. */
export const countEvents = async (
  db: RequestDatabase,
  lists: readonly CountedList[],
): Promise<readonly number[]> =>
  countEach(
    db,
    lists.map(({ predicate, asOf, cap }) => {
      const matching = db
        .select({ one: sql`1`.as('one') })
        .from(sessionEvent)
        .where(compilePredicate(predicate, asOf, EVENTS));
      return cap === null ? matching : matching.limit(cap);
    }),
  );

/** Reads events by primary key; gives them in no order and leaves out what is not stored. */
export const selectEventsByKey = async (
  db: RequestDatabase,
  keys: readonly EventKey[],
): Promise<readonly SessionEvent[]> => {
  if (keys.length === 0) return [];
  // Equality on time for each key: Postgres plans only the partitions that hold one.
  const matches = keys.map(
    ({ hostname, time, uuid }) =>
      sql`(${sessionEvent.hostname} = ${hostname} and ${sessionEvent.time} = ${time} and ${sessionEvent.uuid} = ${uuid}::uuid)`,
  );
  const rows = await db.rows<EventRow>(
    db
      .select({ columns: EVENT_COLUMNS })
      .from(sessionEvent)
      .where(or(...matches)),
  );
  return rows.map(toSessionEvent);
};
