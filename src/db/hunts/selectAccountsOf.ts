import { and, sql } from 'drizzle-orm';

import type { Account } from '../../model/account.ts';
import type { Evidence } from '../../model/hunts/match.ts';

import { ACCOUNT_DOMAIN } from '../accountDomain.ts';
import { batchReads } from '../batchReads.ts';
import { compilePredicate, EVENTS, SESSIONS } from '../compilePredicate.ts';
import { selectEach } from '../selectEach.ts';
import { session, sessionEvent } from '../tables.ts';

const TABLES = { EVENTS: [sessionEvent, EVENTS], SESSIONS: [session, SESSIONS] } as const;

const MAX_ACCOUNTS = 1000;

/** Reads the accounts of an evidence, ordered by name, at most MAX_ACCOUNTS. Indexes: those of its events or sessions. */
export const selectAccountsOf = batchReads<Evidence, readonly Account[]>(async (db, evidence) =>
  selectEach<Account>(
    db,
    evidence.map(({ of, where }) => {
      const [table, subject] = TABLES[of];
      return sql`select distinct ${ACCOUNT_DOMAIN} as "userDomain", user_name as "userName" from ${table}
        where ${and(...where.map((predicate) => compilePredicate(predicate, '', subject)))} and user_name is not null
        order by 2, 1 limit ${MAX_ACCOUNTS}`;
    }),
  ).then((lists) => lists.map((rows) => rows.map(({ userDomain, userName }) => ({ userDomain, userName })))),
);
