import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Predicate } from '../model/filter/predicate.ts';
import type { ProvenSession } from '../model/session/sessionPeriods.ts';

import { batchReads } from './batchReads.ts';
import { compilePredicate, SESSIONS } from './compilePredicate.ts';
import { endedAfterOf } from './endedAfter.ts';
import { selectEach } from './selectEach.ts';
import { SESSION_COLUMNS } from './sessionColumns.ts';
import { toStoredSession } from './stitch/sessionRows.ts';
import type { SessionRow } from './stitch/sessionRows.ts';
import { canonicalTime, session } from './tables.ts';

/** Which sessions of a host to read, and how many. */
export type SessionsAtQuery = { readonly predicate: Predicate; readonly at: string; readonly limit: number };

type Row = SessionRow & { readonly ended_after: string };

const ENDED_AFTER = endedAfterOf(sql`session`);

/**
 * Reads the sessions of hosts at a time with their proof, earliest start first. Indexes: session_over or session_pkey, whichever has fewer
 * sessions on that side of the time; those of endedAfterOf.
 */
export const selectSessionsAt = batchReads<SessionsAtQuery, readonly ProvenSession[]>(async (db, queries) => {
  const lists = await selectEach<Row>(db, queries.map(selectOne));
  return lists.map((rows) =>
    rows.map((row) => ({ session: toStoredSession(row), endedAfter: canonicalTime(row.ended_after) })),
  );
});

const selectOne = ({ predicate, at, limit }: SessionsAtQuery): SQL =>
  sql`select ${SESSION_COLUMNS}, (${ENDED_AFTER})::text as ended_after from ${session}
    where ${compilePredicate(predicate, at, SESSIONS)} order by ${session.startedAt}, ${session.startUuid} limit ${limit}::integer`;
