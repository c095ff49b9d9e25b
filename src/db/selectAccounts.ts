import { and, asc, desc, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import { resolveAccount } from '../model/domainAliases.ts';
import type { Predicate } from '../model/filter/predicate.ts';

import { accountDomain } from './accountDomain.ts';
import { batchReads, BY_IDENTITY } from './batchReads.ts';
import type { RequestDatabase } from './makeRequestDatabase.ts';
import { ACCOUNTS, compilePredicate } from './compilePredicate.ts';
import { countEach } from './selectEach.ts';
import { account } from './nameTables.ts';
import { makeListRead, TEXT } from './namedStatement.ts';

/** A page of the list of accounts that match a predicate, ordered by name and domain. */
export type AccountPageQuery = {
  readonly predicate: Predicate;
  readonly scan: 'ASCENDING' | 'DESCENDING';
  /** Both exclusive, in the direction of the scan. */
  readonly after: Account | null;
  readonly before: Account | null;
  readonly limit: number;
};

const DOMAIN = accountDomain(account.userDomain);
const COLUMNS = { userName: account.userName, userDomain: sql<string>`${DOMAIN}`.as('domain') };

/** Reads a page of the list of accounts, the spellings of each as one. Index: account_pkey. */
export const selectAccounts = async (
  db: RequestDatabase,
  { predicate, scan, after, before, limit }: AccountPageQuery,
): Promise<readonly Account[]> => {
  const isAscending = scan === 'ASCENDING';
  const direction = isAscending ? asc : desc;
  const isBeyond = (edge: Account | null, isLater: boolean): SQL | undefined => {
    if (edge === null) return undefined;
    const operator = isLater ? sql`>` : sql`<`;
    return sql`(${account.userName}, ${DOMAIN}) ${operator} (${edge.userName}, ${edge.userDomain ?? ''})`;
  };
  const rows = await db
    .selectDistinct(COLUMNS)
    .from(account)
    .where(
      and(
        compilePredicate(predicate, '', ACCOUNTS),
        isBeyond(after, isAscending),
        isBeyond(before, !isAscending),
      ),
    )
    .orderBy(direction(account.userName), direction(DOMAIN))
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

const readAccounts = makeListRead<Account, { readonly index: string }>({
  name: 'accounts',
  planning: 'ANY',
  as: 'asked',
  columns: {
    name: [TEXT, ({ userName }) => userName],
    domain: [TEXT, ({ userDomain }) => userDomain ?? ''],
  },
  select: (list) => sql`select asked.index::text as index from ${list}
    where exists (select from ${account} where ${account.userName} = asked.name and ${DOMAIN} = asked.domain)`,
});

/** Returns the account that is known by this name in any domain name of its domain, if an event names it, else null. Index: account_pkey. */
export const selectAccount = batchReads<Account, Account | null>(
  async (db, asked) => {
    const accounts = asked.map((named) => resolveAccount(db.aliases, named));
    const named = accounts.filter((found) => found !== null);
    const known = new Set((await readAccounts(db, named)).map(({ index }) => named[Number(index) - 1]));
    return accounts.map((found) => (found !== null && known.has(found) ? found : null));
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
    { table: account, distinct: COLUMNS, where: compilePredicate(predicate, '', ACCOUNTS), cap },
  ]);
  return count;
};
