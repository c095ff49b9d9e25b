import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { TimeRange } from '../model/hunts/parameters.ts';

import { literal } from './statement.ts';

/** The upper bounds of the classes of SESSION_SPAN, exclusive: 64 seconds, and 16 times as much for each class. The last class has none. */
export const SPAN_BOUNDS = [
  '00:01:04',
  '00:17:04',
  '04:33:04',
  '72:49:04',
  '1165:05:04',
  '18641:21:04',
] as const;

/**
 * The class of the time from the start of a session to its last fact or end, whichever is later. The last class, SPAN_BOUNDS.length, has the open
 * sessions, and those that last two years. The same expression as in the index session_span.
 * An open session is over at NEVER: Postgres before 17 cannot subtract infinite times.
 */
export const SESSION_SPAN: SQL = sql`width_bucket(over_at - started_at, ${literal(`{${SPAN_BOUNDS.join(',')}}`)}::interval[])`;

/**
 * The table of sessions without most of those that are over before a half-open range or begin after it; the caller still compares the ends. Within
 * a class of lengths, a session that reaches the range began at most the longest length before it. Index: session_span, one range for each
 * class. The planner would not read an `or` of the classes that way.
 */
export const sessionsWithin = ({ from, until }: TimeRange): SQL => {
  const branches = [...SPAN_BOUNDS, null].map((longest, span) => {
    const since =
      longest === null ? sql`` : sql` and started_at > ${from}::timestamptz - ${literal(longest)}::interval`;
    return sql`select * from session where ${SESSION_SPAN} = ${literal(span)}${since} and started_at < ${until}::timestamptz`;
  });
  return sql`(${sql.join(branches, sql` union all `)})`;
};
