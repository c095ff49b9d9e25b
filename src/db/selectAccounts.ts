import { and, asc, desc, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import type { Predicate } from '../model/filter/predicate.ts';

import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { ACCOUNTS, compilePredicate } from './compilePredicate.ts';
import { countEach } from './selectEach.ts';
import { account } from './nameTables.ts';

/** A page of the list of accounts that match a predicate, ordered by name and domain. */
export type AccountPageQuery = {
  readonly predicate: Predicate;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the direction of the scan. */
  readonly after: Account | null;
  readonly before: Account | null;
  readonly limit: number;
};

/** Reads a page of the list of accounts. Index: account_pkey. */
export const selectAccounts = async (
  db: RequestDatabase,
  { predicate, scan, after, before, limit }: AccountPageQuery,
): Promise<readonly Account[]> => {
  const isAscending = scan === 'ASCENDING';
  const direction = isAscending ? asc : desc;
  const isBeyond = (edge: Account | null, isLater: boolean): SQL | undefined => {
    if (edge === null) return undefined;
    const operator = isLater ? sql`>` : sql`<`;
    return sql`(${account.userName}, ${account.userDomain}) ${operator} (${edge.userName}, ${edge.userDomain ?? ''})`;
  };
  const rows = await db
    .select()
    .from(account)
    .where(
      and(
        compilePredicate(predicate, '', ACCOUNTS),
        isBeyond(after, isAscending),
        isBeyond(before, !isAscending),
      ),
    )
    .orderBy(direction(account.userName), direction(account.userDomain))
    .limit(limit);
  return rows.map(toAccount);
};

const toAccount = ({
  userName,
  userDomain,
}: {
  readonly userName: string;
  readonly userDomain: string;
}): Account => ({
  userDomain: userDomain === '' ? null : userDomain,
  userName,
});

/** Returns an account if an event names it, else null. Index: account_pkey. */
export const selectAccount = batchReads<Account, Account | null>(
  async (db, accounts) => {
    const keys = accounts.map(({ userName, userDomain }) => sql`(${userName}, ${userDomain ?? ''})`);
    const rows = await db
      .select()
      .from(account)
      .where(sql`(${account.userName}, ${account.userDomain}) in (${sql.join(keys, sql`, `)})`);
    const known = new Set(rows.map(toAccount).map(accountKey));
    return accounts.map((asked) => (known.has(accountKey(asked)) ? asked : null));
  },
  { ...BY_IDENTITY, keyOf: accountKey },
);

/** Counts the accounts that match, up to `cap` if there is one. Index: account_pkey. */
export const countAccounts = async (
  db: RequestDatabase,
  predicate: Predicate,
  cap: number | null,
): Promise<number> => {
  const [count = 0] = await countEach(db, [
    { table: account, where: compilePredicate(predicate, '', ACCOUNTS), cap },
  ]);
  return count;
};
