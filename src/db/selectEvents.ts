import { and, asc, desc, getTableColumns, gte, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { EventKey, SessionEvent } from '../model/sessionEvent.ts';

import type { Reader } from './client.ts';
import { compilePredicate, EVENTS } from './compilePredicate.ts';
import { toSessionEvent } from './eventRows.ts';
import type { EventRow } from './eventRows.ts';
import type { EventStretch, Position } from './eventStretch.ts';
import { makeTimeWindows } from './timeWindows.ts';
import { sessionEvent } from './tables.ts';

/**
 * Reads a stretch of the list by keyset.
 *
 * Served by the index of the most selective equality ((hostname | user_name | uid | src_ip | login_id …, time, id)), else by
 * session_event_time or session_event_failure. The first statement looks at the nearest partition, the next ones further: over 120
 * partitions 0.4 ms instead of 7.7.
 */
export const selectEvents = async (
  reader: Reader,
  stretch: EventStretch,
): Promise<readonly SessionEvent[]> => {
  const windows = makeTimeWindows(await reader.partitions.list(), stretch);
  const matches = compilePredicate(stretch.predicate, stretch.asOf, EVENTS);
  const descending = stretch.scan === 'DESCENDING';
  const direction = descending ? desc : asc;
  for (const [index, window] of windows.entries()) {
    const rows = await reader.rows<EventRow>(
      reader
        .select({ columns: EVENT_COLUMNS })
        .from(sessionEvent)
        .where(
          and(
            matches,
            stretch.after === null ? undefined : beyond(stretch.after, descending),
            stretch.before === null ? undefined : beyond(stretch.before, !descending),
            window.from === null ? undefined : gte(sessionEvent.time, window.from),
            window.until === null ? undefined : lt(sessionEvent.time, window.until),
          ),
        )
        .orderBy(direction(sessionEvent.time), direction(sessionEvent.id))
        .limit(stretch.limit),
    );
    if (rows.length === stretch.limit || index === windows.length - 1) return rows.map(toSessionEvent);
  }
  return [];
};

/** All columns, put together once. */
const EVENT_COLUMNS = sql.raw(
  Object.values(getTableColumns(sessionEvent))
    .map(({ name }) => `"${name}"`)
    .join(', '),
);

/** The row comparison is exact, the bound on time alone lets Postgres leave partitions out. */
const beyond = ({ time, uuid }: Position, earlier: boolean): SQL | undefined => {
  const key = sql`(${sessionEvent.time}, ${sessionEvent.id})`;
  return earlier
    ? sql`${key} < (${time}::timestamptz, ${uuid}::uuid) and ${sessionEvent.time} <= ${time}`
    : sql`${key} > (${time}::timestamptz, ${uuid}::uuid) and ${sessionEvent.time} >= ${time}`;
};

/** Counts matching events, up to `cap` when one is given; walks the same indexes as the list. */
export const countEvents = async (
  reader: Reader,
  { predicate, asOf }: Pick<EventStretch, 'predicate' | 'asOf'>,
  cap: number | null,
): Promise<number> => {
  const matching = reader
    .select({ one: sql`1`.as('one') })
    .from(sessionEvent)
    .where(compilePredicate(predicate, asOf, EVENTS));
  const counted = (cap === null ? matching : matching.limit(cap)).as('counted');
  const [row] = await reader.select({ count: sql<string>`count(*)` }).from(counted);
  return Number(row?.count ?? 0);
};

/** Reads events by primary key; gives them in no order and leaves out what is not stored. */
export const selectEventsByKey = async (
  reader: Reader,
  keys: readonly EventKey[],
): Promise<readonly SessionEvent[]> => {
  if (keys.length === 0) return [];
  // Equality on time for each key: Postgres plans only the partitions that hold one.
  const matches = keys.map(
    ({ hostname, time, uuid }) =>
      sql`(${sessionEvent.hostname} = ${hostname} and ${sessionEvent.time} = ${time} and ${sessionEvent.id} = ${uuid}::uuid)`,
  );
  const rows = await reader.rows<EventRow>(
    reader
      .select({ columns: EVENT_COLUMNS })
      .from(sessionEvent)
      .where(or(...matches)),
  );
  return rows.map(toSessionEvent);
};
