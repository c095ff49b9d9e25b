import { and, sql } from 'drizzle-orm';

import type { LoginType } from '../../model/action.ts';
import type { Predicate } from '../../model/filter/predicate.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import type { RequestDatabase } from '../makeRequestDatabase.ts';
import { compilePredicate, EVENTS } from '../compilePredicate.ts';
import { canonicalTime, contextEvent, sessionEvent } from '../tables.ts';

/** A user and a summary of the logins. */
export type UserOfLogins = {
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly firstAt: string;
  readonly firstUuid: string;
  readonly lastAt: string;
  readonly loginCount: number;
  readonly loginTypes: readonly LoginType[];
};

/** Reads the last start of a host before a time, null when none is stored. Index: context_event_boundary. */
export const selectLastStart = async (
  db: RequestDatabase,
  { hostname, at }: { readonly hostname: string; readonly at: string },
): Promise<string | null> => {
  const [row] = await db.rows<{ time: string }>(
    sql`select time from ${contextEvent} where hostname = ${hostname} and kind = 'HOST_START' and time < ${at} order by time desc limit 1`,
  );
  return row === undefined ? null : canonicalTime(row.time);
};

/** Reads the users of logins, one row at a time, in no order. Index: session_event_pkey. */
export const eachUserOfLogins = async (
  db: RequestDatabase,
  where: readonly Predicate[],
  onUser: (user: UserOfLogins) => void,
): Promise<void> =>
  db.each<UserOfLogins>(
    sql`select ${ACCOUNT_DOMAIN} as "userDomain", user_name as "userName", min(time) as "firstAt", (array_agg(id order by time, id))[1] as "firstUuid",
        max(time) as "lastAt", count(*)::integer as "loginCount",
        coalesce(array_agg(distinct login_type) filter (where login_type is not null), '{}') as "loginTypes"
      from ${sessionEvent} where ${and(...where.map((predicate) => compilePredicate(predicate, '', EVENTS)))} group by 1, 2`,
    (row) => onUser({ ...row, firstAt: canonicalTime(row.firstAt), lastAt: canonicalTime(row.lastAt) }),
  );
