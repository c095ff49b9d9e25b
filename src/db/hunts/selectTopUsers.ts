import { and, sql } from 'drizzle-orm';

import type { Predicate } from '../../model/filter/predicate.ts';
import type { TopUser } from '../../model/hunts/loginActivity.ts';

import type { Reader } from '../makeReader.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { sessionEvent } from '../tables.ts';

/**
 * Reads the users with the most of the events that all conditions hold for, those with most first: so many, and who has as many as the last of
 * them. Index: session_event_time, a walk over the time that the conditions bound.
 */
export const selectTopUsers = async (
  reader: Reader,
  where: readonly Predicate[],
  count: number,
): Promise<readonly TopUser[]> => {
  const rows = await reader.rows<Row>(sql`select user_domain, user_name, count from (
      select user_domain, user_name, count(*)::integer as count, rank() over (order by count(*) desc) as place from ${sessionEvent}
      where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} and user_name is not null
      group by user_domain, user_name) counted
    where place <= ${count} order by count desc, user_name, user_domain`);
  return rows.map((row) => ({
    account: { userDomain: row.user_domain, userName: row.user_name },
    loginCount: row.count,
  }));
};

type Row = { readonly user_domain: string | null; readonly user_name: string; readonly count: number };
