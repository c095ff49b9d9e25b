import { and, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { Boundary } from '../../model/hunts/foldOverlaps.ts';
import type { TimeRange } from '../../model/hunts/parameters.ts';

import type { Reader } from '../client.ts';
import { compilePredicate, SESSIONS } from '../compilePredicate.ts';
import { canonicalTime, session } from '../tables.ts';

/** What sessions are told apart by. */
export type SessionTrait = 'HOST' | 'USER';

const TRAITS: Readonly<Record<SessionTrait, SQL>> = {
  HOST: sql`hostname`,
  // accountKey in SQL.
  USER: sql`coalesce(user_domain, '') || '\\' || user_name`,
};

/** Which sessions, and within which time. */
export type BoundaryList = {
  readonly range: TimeRange;
  readonly where: readonly Predicate[];
  readonly by: SessionTrait;
  readonly distinct: SessionTrait;
};

/**
 * Reads the starts and ends, within a range, of the sessions that are open at some moment of it, ordered by time; a session that is still open
 * ends with the range. Indexes: session_started and session_ended.
 */
export const eachBoundary = async (
  reader: Reader,
  { range: { from, until }, where, by, distinct }: BoundaryList,
  onBoundary: (boundary: Boundary) => void,
): Promise<void> => {
  const conditions: readonly Predicate[] = [
    { kind: 'overlaps', from, until },
    { kind: 'not', of: { kind: 'momentary' } },
    ...where,
  ];
  const select = sql`select b.time, start_id as uuid, b.by, ${TRAITS[by]} as key, ${TRAITS[distinct]} as value
    from ${session} cross join lateral (values
      (greatest(started_at, ${from}::timestamptz), 1), (least(coalesce(ended_at, 'infinity'), ${until}::timestamptz), -1)) as b(time, by)
    where ${and(...conditions.map((predicate) => compilePredicate(predicate, '', SESSIONS)))} order by b.time`;
  await reader.each<Boundary>(select, (row) => onBoundary({ ...row, time: canonicalTime(row.time) }));
};
