import { and, asc, desc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../model/filter/predicate.ts';
import type { SessionKey, StoredSession } from '../model/session/session.ts';
import type { SessionOrderField } from '../model/session/sessionRank.ts';
import type { Position } from '../model/sessionEvent.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, SESSIONS } from './compilePredicate.ts';
import type { CountedList } from './eventPageQuery.ts';
import { countEach, selectEach } from './selectEach.ts';
import { toStoredSession } from './stitch/sessionRows.ts';
import type { SessionRow } from './stitch/sessionRows.ts';
import { session, SESSION_ENDED } from './tables.ts';

/** A page of the list of sessions that match a predicate, ordered by (rank, first event). */
export type SessionPageQuery = {
  readonly predicate: Predicate;
  readonly asOf: string;
  readonly field: SessionOrderField;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the direction of the scan; a position's time is the rank. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
};

const RANKS: Readonly<Record<SessionOrderField, SQL>> = {
  STARTED: sql`${session.startedAt}`,
  ENDED: SESSION_ENDED,
  DURATION: sql`${session.durationRank}`,
};

/**
 * Reads pages of lists by keyset, in their order, in one statement. Indexes: session_started, session_ended or session_duration for
 * the order; session_pkey, session_over, session_user or session_pair where a host, a user or a pair is asked for.
 */
export const selectSessions = async (
  db: RequestDatabase,
  queries: readonly SessionPageQuery[],
): Promise<readonly (readonly StoredSession[])[]> => {
  const lists = await selectEach<SessionRow>(
    db,
    queries.map((query) => selectPage(db, query)),
  );
  return lists.map((rows) => rows.map(toStoredSession));
};

const selectPage = (
  db: RequestDatabase,
  { predicate, asOf, field, scan, after, before, limit }: SessionPageQuery,
) => {
  const rank = RANKS[field];
  const isBeyond = (position: Position | null, isEarlier: boolean): SQL | undefined => {
    if (position === null) return undefined;
    const key = sql`(${rank}, ${session.startUuid})`;
    const edge = sql`(${position.time}::timestamptz, ${position.uuid}::uuid)`;
    return isEarlier ? sql`${key} < ${edge}` : sql`${key} > ${edge}`;
  };
  const isDescending = scan === 'DESCENDING';
  const direction = isDescending ? desc : asc;
  return db
    .select({ columns: SESSION_COLUMNS })
    .from(session)
    .where(
      and(
        compilePredicate(predicate, asOf, SESSIONS),
        isBeyond(after, isDescending),
        isBeyond(before, !isDescending),
      ),
    )
    .orderBy(direction(rank), direction(session.startUuid))
    .limit(limit);
};

/** All columns of a SessionRow. */
export const SESSION_COLUMNS = sql.raw(
  Object.values(getTableColumns(session))
    .map(({ name }) => `"${name}"`)
    .join(', '),
);

/** Counts the sessions of each list, up to its cap when it has one; walks the same indexes as the lists. */
export const countSessions = async (
  db: RequestDatabase,
  lists: readonly CountedList[],
): Promise<readonly number[]> =>
  countEach(
    db,
    lists.map(({ predicate, asOf, cap }) => {
      const matching = db
        .select({ one: sql`1`.as('one') })
        .from(session)
        .where(compilePredicate(predicate, asOf, SESSIONS));
      return cap === null ? matching : matching.limit(cap);
    }),
  );

/** Reads sessions by their first events, in no order; leaves out what is not stored. Index: session_pkey. */
export const selectSessionsByKey = async (
  db: RequestDatabase,
  keys: readonly SessionKey[],
): Promise<readonly StoredSession[]> => {
  if (keys.length === 0) return [];
  const matches = keys.map(({ hostname, startedAt, startUuid }) =>
    and(eq(session.hostname, hostname), eq(session.startedAt, startedAt), eq(session.startUuid, startUuid)),
  );
  return db
    .select()
    .from(session)
    .where(or(...matches));
};
