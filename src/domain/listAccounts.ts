import { countAccounts, selectAccounts } from '../db/selectAccounts.ts';

import { accountKey, readAccountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import { BY_NAME } from '../model/cursor.ts';
import type { PositionCodec } from '../model/cursor.ts';
import { parseAccountFilter } from '../model/filter/parseFilter.ts';
import { MATCH_ALL } from '../model/filter/predicate.ts';

import type { ListContext } from './listContext.ts';
import type { NameListRequest } from './listHosts.ts';
import { countItems, listPage } from './listPage.ts';
import type { CountMode, Page, TotalCount } from './listPage.ts';

export type AccountPage = Page<Account>;
/** An account of a page. Its cursor is computed on demand. */
export type AccountEdge = { readonly page: AccountPage; readonly item: Account };

const BY_KEY: PositionCodec<Account> = {
  write: accountKey,
  read: (text) => {
    const key = BY_NAME.read(text);
    return key?.includes('\\') === true ? readAccountKey(key) : null;
  },
};

/**
 * Lists the accounts that events name, ordered by name and domain, in Relay pages.
 *
 * @throws Refusal for an invalid filter, page or cursor.
 */
export const listAccounts = async (
  { db, hostnames, now }: ListContext,
  { filter, ...page }: NameListRequest,
): Promise<AccountPage> => {
  const predicate = parseAccountFilter(filter, hostnames);
  return listPage(
    {
      identity: ['accounts', predicate],
      now,
      positions: BY_KEY,
      positionOf: (account: Account) => account,
      select: ({ isBackward, ...range }) =>
        selectAccounts(db, { ...range, predicate, scan: isBackward ? 'DESCENDING' : 'ASCENDING' }),
      count: (_, cap) => countAccounts(db, predicate, cap),
    },
    page,
  );
};

/** Counts all accounts. */
export const countAllAccounts = async ({ db }: ListContext, mode: CountMode): Promise<TotalCount> =>
  countItems(mode, async (cap) => countAccounts(db, MATCH_ALL, cap));
