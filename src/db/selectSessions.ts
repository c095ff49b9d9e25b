import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../model/filter/predicate.ts';
import { UNBOUNDED } from '../model/filter/timeRange.ts';
import type { SessionKey, StoredSession } from '../model/session/session.ts';
import type { SessionOrderField } from '../model/session/sessionRank.ts';
import type { Position } from '../model/sessionEvent.ts';

import { batchReads } from './batchReads.ts';
import { findKey, readByKey, selectKeyedPages } from './keyedPages.ts';
import { KEYED_SESSIONS } from './keyedTables.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { compilePredicate, SESSIONS } from './compilePredicate.ts';
import type { CountedList } from './selectEvents.ts';
import { resolveNames } from './resolveNames.ts';
import { countEach, selectEach } from './selectEach.ts';
import { SESSION_COLUMNS } from './sessionColumns.ts';
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
 * Reads a page of a list of sessions by keyset, in the order of the list. Indexes: session_started, session_ended or session_duration
 * for the order; session_pkey, session_over, session_user or session_pair for filters by host, user or pair.
 */
export const selectSessions = batchReads<SessionPageQuery, readonly StoredSession[]>(async (db, queries) =>
  readByKey(
    await resolveNames(db, queries),
    ({ field, predicate }) => (field === 'STARTED' ? findKey(predicate, KEYED_SESSIONS) : null),
    {
      ofKeys: async (keyed) => {
        const pages = keyed.map((query) => ({ key: query.key, query, window: UNBOUNDED }));
        const lists = await selectKeyedPages<SessionRow>(db, KEYED_SESSIONS, pages);
        return lists.map((rows) => rows.map(toStoredSession));
      },
      others: async (others) => {
        const lists = await selectEach<SessionRow>(
          db,
          others.map((query) => selectPage(db, query)),
        );
        return lists.map((rows) => rows.map(toStoredSession));
      },
    },
  ),
);

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

/** Counts the sessions of a list, up to its cap if it has one. Indexes: those of the list. */
export const countSessions = batchReads<CountedList, number>(async (db, lists) =>
  countEach(
    db,
    (await resolveNames(db, lists)).map(({ predicate, asOf, cap }) => ({
      table: session,
      where: compilePredicate(predicate, asOf, SESSIONS),
      cap,
    })),
  ),
);

/** Reads a session by its first event; null if it is not stored. Index: session_pkey. */
export const selectSession = batchReads<SessionKey, StoredSession | null>(
  async (db, keys) => {
    const matches = keys.map(({ hostname, startedAt, startUuid }) =>
      and(eq(session.hostname, hostname), eq(session.startedAt, startedAt), eq(session.startUuid, startUuid)),
    );
    const rows = await db.rows<SessionRow>(
      db
        .select({ columns: SESSION_COLUMNS })
        .from(session)
        .where(or(...matches)),
    );
    const byKey = new Map(rows.map(toStoredSession).map((found) => [textOf(found), found]));
    return keys.map((key) => byKey.get(textOf(key)) ?? null);
  },
  { weight: 0 },
);

const textOf = ({ hostname, startedAt, startUuid }: SessionKey): string =>
  `${startedAt} ${startUuid} ${hostname}`;
