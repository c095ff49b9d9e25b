import { and, sql } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { ProvenSession } from '../../model/session/sessionPeriods.ts';
import { shiftTime } from '../../model/values/time.ts';

import { canonicalTime, session } from '../tables.ts';

import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, SESSIONS } from '../compilePredicate.ts';
import { endedAfterOf } from '../endedAfter.ts';
import { SESSION_COLUMNS } from '../sessionColumns.ts';
import { sessionsWithin } from '../sessionsWithin.ts';
import { toStoredSession } from '../stitch/sessionRows.ts';
import type { SessionRow } from '../stitch/sessionRows.ts';

type Row = SessionRow & { readonly ended_after: string };

const ENDED_AFTER = endedAfterOf(sql`session`);

/**
 * Reads the sessions that are open at a time and whose last state, if it began before that time, is ACTIVE; in no order. Indexes: session_span,
 * those of endedAfterOf.
 */
export const eachUnlockable = async (
  db: RequestDatabase,
  { at, where }: { readonly at: string; readonly where: readonly Predicate[] },
  onSession: (unlockable: ProvenSession) => void,
): Promise<void> => {
  const conditions: readonly Predicate[] = [
    { kind: 'activeAt', time: at },
    { kind: 'endsAfter', time: at },
    ...where,
  ];
  const select = sql`select ${SESSION_COLUMNS}, (${ENDED_AFTER})::text as ended_after from ${sessionsWithin({ from: at, until: shiftTime(at, 1) })} ${session}
    where ${and(...conditions.map((predicate) => compilePredicate(predicate, '', SESSIONS)))}
      and (${session.state} = 'ACTIVE' or ${session.stateSince} > ${at})`;
  await db.each<Row>(select, ({ ended_after: endedAfter, ...row }) =>
    onSession({ session: toStoredSession(row), endedAfter: canonicalTime(endedAfter) }),
  );
};
