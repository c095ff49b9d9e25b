import type pg from 'pg';

import type { Account } from '../model/account.ts';
import type { EventKey, NewEvent } from '../model/sessionEvent.ts';

import { arrayParameter } from './arrayParameter.ts';

/** What names hosts and accounts. */
export type Naming = {
  readonly events: readonly NewEvent[];
  readonly hostStarts: readonly Pick<EventKey, 'hostname'>[];
};

/**
 * Makes the hosts and accounts known that new items name. In order, like the events: two transactions that name the same new ones in
 * different orders would deadlock.
 */
export const insertNames = async (client: pg.PoolClient, { events, hostStarts }: Naming): Promise<void> => {
  await insertHosts(
    client,
    [...events, ...hostStarts].map(({ hostname }) => hostname),
  );
  await insertAccounts(client, events);
};

/** Index: host_pkey. */
const insertHosts = async (client: pg.ClientBase, hostnames: readonly string[]): Promise<void> => {
  if (hostnames.length === 0) return;
  await client.query({
    name: 'insert_hosts',
    text: 'insert into host (hostname) select unnest($1::text[]) on conflict do nothing',
    values: [arrayParameter([...new Set(hostnames)].toSorted())],
  });
};

/** Index: account_pkey. */
const insertAccounts = async (
  client: pg.ClientBase,
  named: readonly { readonly userDomain: string | null; readonly userName: string | null }[],
): Promise<void> => {
  const accounts = new Map<string, Account>();
  for (const { userDomain, userName } of named) {
    if (userName !== null) accounts.set(`${userName} ${userDomain ?? ''}`, { userDomain, userName });
  }
  if (accounts.size === 0) return;
  const sorted = [...accounts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account);
  await client.query({
    name: 'insert_accounts',
    text: `insert into account (user_name, user_domain) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    values: [
      arrayParameter(sorted.map(({ userName }) => userName)),
      arrayParameter(sorted.map(({ userDomain }) => userDomain ?? '')),
    ],
  });
};
