import { and, sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';
import type { Evidence } from '../../model/hunts/evidence.ts';

import type { Reader } from '../makeReader.ts';
import { compilePredicate, EVENTS, SESSIONS } from '../compilePredicate.ts';
import { selectEach } from '../selectEach.ts';
import { session, sessionEvent } from '../tables.ts';

const TABLES = { EVENTS: [sessionEvent, EVENTS], SESSIONS: [session, SESSIONS] } as const;

/** Reads whom each evidence names, by name, up to a limit: one statement for all. Indexes: those of its events or sessions. */
export const selectAccountsOf = async (
  reader: Reader,
  evidence: readonly Evidence[],
  limit: number,
): Promise<readonly (readonly Account[])[]> =>
  selectEach<Account>(
    reader,
    evidence.map(({ of, where }) => {
      const [table, subject] = TABLES[of];
      return sql`select distinct user_domain as "userDomain", user_name as "userName" from ${table}
        where ${and(...where.map((predicate) => compilePredicate(predicate, '', subject)))} and user_name is not null
        order by user_name, user_domain limit ${limit}`;
    }),
  ).then((lists) => lists.map((rows) => rows.map(({ userDomain, userName }) => ({ userDomain, userName }))));
