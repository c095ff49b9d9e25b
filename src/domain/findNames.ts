import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectKnownAccounts } from '../db/selectAccounts.ts';
import { selectKnownHosts } from '../db/selectHosts.ts';

import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import type { Host } from '../model/host.ts';

/** Finds hosts by name, in order; null for hosts without records. */
export const findHosts = async (
  db: RequestDatabase,
  hostnames: readonly string[],
): Promise<readonly (Host | null)[]> => {
  const known = await selectKnownHosts(db, hostnames);
  const byName = new Map(known.map((host) => [host.hostname, host]));
  return hostnames.map((hostname) => byName.get(hostname) ?? null);
};

/** Finds accounts, in order; null for accounts that no event names. */
export const findAccounts = async (
  db: RequestDatabase,
  accounts: readonly Account[],
): Promise<readonly (Account | null)[]> => {
  const known = new Set((await selectKnownAccounts(db, accounts)).map(accountKey));
  return accounts.map((account) => (known.has(accountKey(account)) ? account : null));
};
