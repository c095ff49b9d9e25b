import { and, sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';
import type { Predicate } from '../../model/filter/predicate.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { sessionEvent } from '../tables.ts';

/** One of the most frequent users. */
export type TopUser = { readonly account: Account; readonly loginCount: number };

/**
 * Reads the `count` users with the most events, most first, and all users with as many events as the last of them. Index:
 * session_event_time, a walk over the range of the conditions.
 */
export const selectTopUsers = async (
  db: RequestDatabase,
  where: readonly Predicate[],
  count: number,
): Promise<readonly TopUser[]> => {
  const rows = await db.rows<Row>(sql`select user_domain, user_name, count from (
      select ${ACCOUNT_DOMAIN} as user_domain, user_name, count(*)::integer as count, rank() over (order by count(*) desc) as place from ${sessionEvent}
      where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} and user_name is not null
      group by 1, 2) counted
    where place <= ${count} order by count desc, user_name, user_domain`);
  return rows.map((row) => ({
    account: { userDomain: row.user_domain, userName: row.user_name },
    loginCount: row.count,
  }));
};

type Row = { readonly user_domain: string | null; readonly user_name: string; readonly count: number };
