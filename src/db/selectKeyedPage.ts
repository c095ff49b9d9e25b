import { and, asc, desc, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { timeRangeOf } from '../model/filter/timeRange.ts';
import type { Predicate } from '../model/filter/predicate.ts';
import type { Position } from '../model/sessionEvent.ts';

import { compilePredicate, EVENTS } from './compilePredicate.ts';
import type { EventRow } from './eventRows.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { EVENT_COLUMNS } from './eventColumns.ts';
import type { WindowOfPage } from './eventPage.ts';
import { sessionEvent } from './tables.ts';

/** A condition that selects the rows of one key, and the name of its kind. */
export type Key = { readonly kind: string; readonly predicate: Predicate };

/** Fields whose index has the order of the list: (hostname | uid | src_ip, time, id). */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['hostname', 'host'],
  ['uid', 'uid'],
  ['srcIp', 'src_ip'],
]);

/** Finds the key of a list of the events of one host, user, uid or address, at any time or within bounds; null for every other list. */
export const findKey = (predicate: Predicate): Key | null => {
  const conditions = predicate.kind === 'and' ? predicate.of : [predicate];
  const [key, ...more] = conditions.filter((condition) => !isTimeBound(condition));
  if (key === undefined || more.length > 0) return null;
  const kind = kindOf(key);
  return kind === undefined ? null : { kind, predicate: key };
};

const isTimeBound = (condition: Predicate): boolean =>
  (condition.kind === 'from' || condition.kind === 'until' || condition.kind === 'last') &&
  condition.field === 'time';

const kindOf = (key: Predicate): string | undefined => {
  if (key.kind === 'in') return key.values.length === 1 ? KINDS.get(key.field) : undefined;
  const [user, ...others] = key.kind === 'userIn' ? key.users : [];
  if (user === undefined || others.length > 0) return undefined;
  return user.userDomain === null ? 'user' : 'user_of_domain';
};

/**
 * Reads a page of the events of one key. Its index has the order of the list, so the best plan is the same for all values, and all such pages of a
 * kind have one text: each connection plans it once. Planning with the values took half of the time of a page. Bounds that a page does not have are
 * infinite. Index: session_event_pkey, session_event_uid, session_event_src_ip or session_event_user.
 */
export const selectKeyedPage = async (
  db: RequestDatabase,
  { kind, predicate }: Key,
  { query, window }: WindowOfPage,
): Promise<readonly EventRow[]> => {
  const isDescending = query.scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  const [early, late] = isDescending ? [query.before, query.after] : [query.after, query.before];
  const { from, until } = timeRangeOf(query.predicate, 'time', query.asOf);
  const { time, uuid } = sessionEvent;
  const first = tightestOf([startOf(from), startOf(window.from), early], isLater) ?? FIRST;
  const last = tightestOf([startOf(until), startOf(window.until), late], isEarlier) ?? LAST;
  const key = sql`(${time}, ${uuid})`;
  const select = db
    .select({ columns: EVENT_COLUMNS })
    .from(sessionEvent)
    .where(
      and(
        compilePredicate(predicate, query.asOf, EVENTS),
        sql`${key} > ${toRow(first)} and ${key} < ${toRow(last)}`,
        // Lets Postgres skip partitions. For two bounds written alike the planner expects so few rows that it prefers session_event_time.
        sql`${time} >= ${first.time} and ${time} <= any (array[${last.time}::timestamptz])`,
      ),
    )
    .orderBy(direction(time), direction(uuid))
    .limit(query.limit);
  return db.rows<EventRow>(select, `events_of_${kind}_${query.scan.toLowerCase()}`);
};

const NO_UUID = '00000000-0000-0000-0000-000000000000';
const FIRST: Position = { time: '-infinity', uuid: NO_UUID };
const LAST: Position = { time: 'infinity', uuid: NO_UUID };

/** The position before all events of a time. */
const startOf = (time: string | null): Position | null => (time === null ? null : { time, uuid: NO_UUID });

const isLater = (a: Position, b: Position): boolean =>
  a.time > b.time || (a.time === b.time && a.uuid > b.uuid);
const isEarlier = (a: Position, b: Position): boolean => isLater(b, a);

const tightestOf = (
  positions: readonly (Position | null)[],
  isTighter: (a: Position, b: Position) => boolean,
): Position | null =>
  positions.reduce(
    (best, position) => (position !== null && (best === null || isTighter(position, best)) ? position : best),
    null,
  );

const toRow = ({ time, uuid }: Position): SQL => sql`(${time}::timestamptz, ${uuid}::uuid)`;
