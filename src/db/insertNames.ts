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
 * Makes the hosts and accounts known that new items name, and when hosts were seen. In order, like the events: two transactions that
 * name the same ones in different orders would deadlock.
 */
export const insertNames = async (client: pg.PoolClient, { events, hostStarts }: Naming): Promise<void> => {
  await insertHosts(client, events, hostStarts);
  await insertAccounts(client, events);
};

type Seen = { firstAt: string | null; lastAt: string | null };

/** Index: host_pkey. A host whose range does not grow is not written. */
const insertHosts = async (
  client: pg.PoolClient,
  events: readonly NewEvent[],
  hostStarts: Naming['hostStarts'],
): Promise<void> => {
  const hosts = new Map<string, Seen>();
  for (const { hostname, time } of events) {
    const seen = hosts.get(hostname);
    if (seen === undefined) hosts.set(hostname, { firstAt: time, lastAt: time });
    else if (seen.firstAt === null || time < seen.firstAt) seen.firstAt = time;
    else if (seen.lastAt === null || time > seen.lastAt) seen.lastAt = time;
  }
  for (const { hostname } of hostStarts) {
    if (!hosts.has(hostname)) hosts.set(hostname, { firstAt: null, lastAt: null });
  }
  if (hosts.size === 0) return;
  const sorted = [...hosts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await client.query({
    name: 'insert_hosts',
    text: `insert into host as h (hostname, first_seen_at, last_seen_at)
      select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[])
      on conflict (hostname) do update set first_seen_at = least(h.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(h.last_seen_at, excluded.last_seen_at)
      where excluded.first_seen_at < coalesce(h.first_seen_at, 'infinity')
        or excluded.last_seen_at > coalesce(h.last_seen_at, '-infinity')`,
    values: [
      arrayParameter(sorted.map(([hostname]) => hostname)),
      arrayParameter(sorted.map(([, { firstAt }]) => firstAt)),
      arrayParameter(sorted.map(([, { lastAt }]) => lastAt)),
    ],
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
