import type pg from 'pg';

import { eachInSlices, weighLittle } from '../model/mapInSlices.ts';
import { sortInSlices } from '../model/sortInSlices.ts';
import { compareTexts } from '../model/compare.ts';
import type { Account } from '../model/account.ts';
import type { NewContextEvent } from '../model/contextEvent.ts';
import type { NewEvent } from '../model/sessionEvent.ts';
import { domainSidOf } from '../model/values/uid.ts';

import { textsParameter, timesParameter } from './binaryArrays.ts';
import { eachBatch } from './eachBatch.ts';

/** New items that name hosts and accounts. */
export type Naming = {
  readonly events: readonly NewEvent[];
  readonly contextEvents: readonly NewContextEvent[];
};

/**
 * Adds the hosts, accounts and domains that new items name, and extends the time range in which each host had events. Rows are sorted like
 * the events, because two transactions that write the same rows in different orders deadlock. The caller holds the locks of the hosts.
 */
export const insertNames = async (
  client: pg.PoolClient,
  { events, contextEvents }: Naming,
): Promise<void> => {
  await insertHosts(client, events, contextEvents);
  const disconnects = contextEvents.filter((event) => event.kind === 'DISCONNECT');
  await insertAccounts(client, [...events, ...disconnects], await listLoginDomains(events));
};

type Seen = { firstAt: string | null; lastAt: string | null };

/** Index: host_pkey. Writes only hosts whose range grows. */
const insertHosts = async (
  client: pg.PoolClient,
  events: readonly NewEvent[],
  contextEvents: Naming['contextEvents'],
): Promise<void> => {
  const hosts = new Map<string, Seen>();
  const addEvent = ({ hostname, time }: NewEvent): void => {
    const seen = hosts.get(hostname);
    if (seen === undefined) hosts.set(hostname, { firstAt: time, lastAt: time });
    else if (seen.firstAt === null || time < seen.firstAt) seen.firstAt = time;
    else if (seen.lastAt === null || time > seen.lastAt) seen.lastAt = time;
  };
  await eachInSlices(events, addEvent, weighLittle);
  const addContextEvent = ({ hostname }: NewContextEvent): void => {
    if (!hosts.has(hostname)) hosts.set(hostname, { firstAt: null, lastAt: null });
  };
  await eachInSlices(contextEvents, addContextEvent, weighLittle);
  const sorted = await sortInSlices([...hosts], ([a], [b]) => compareTexts(a, b));
  for await (const batch of eachBatch(sorted)) {
    await client.query({
      name: 'insert_hosts',
      text: `insert into host as h (hostname, first_seen_at, last_seen_at)
      select * from unnest($1::text[], $2::timestamptz[], $3::timestamptz[])
      on conflict (hostname) do update set first_seen_at = least(h.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(h.last_seen_at, excluded.last_seen_at)
      where excluded.first_seen_at < coalesce(h.first_seen_at, 'infinity')
        or excluded.last_seen_at > coalesce(h.last_seen_at, '-infinity')`,
      values: [
        textsParameter(batch.map(([hostname]) => hostname)),
        timesParameter(batch.map(([, { firstAt }]) => firstAt)),
        timesParameter(batch.map(([, { lastAt }]) => lastAt)),
      ],
    });
  }
};

type Named = Pick<NewEvent, 'userDomain' | 'userName'>;

/** A row of login_domain. */
type LoginDomain = { readonly userDomain: string; readonly sid: string };

/** The domains of the successful logins, sorted. */
const listLoginDomains = async (events: readonly NewEvent[]): Promise<readonly LoginDomain[]> => {
  const domains = new Map<string, LoginDomain>();
  const add = (event: NewEvent): void => {
    if (event.action !== 'LOGIN' || !event.loginSuccessful || event.userName === null) return;
    const userDomain = event.userDomain ?? '';
    const sid = event.uid === null ? '' : (domainSidOf(event.uid) ?? '');
    domains.set(`${userDomain}\n${sid}`, { userDomain, sid });
  };
  await eachInSlices(events, add, weighLittle);
  const sorted = await sortInSlices([...domains], ([a], [b]) => compareTexts(a, b));
  return sorted.map(([, domain]) => domain);
};

/** Adds both in one statement, to save a round trip. Indexes: account_pkey, login_domain_pkey. */
const insertAccounts = async (
  client: pg.ClientBase,
  named: readonly Named[],
  domains: readonly LoginDomain[],
): Promise<void> => {
  const accounts = new Map<string, Account>();
  const add = ({ userDomain, userName }: Named): void => {
    if (userName !== null) accounts.set(`${userName} ${userDomain ?? ''}`, { userDomain, userName });
  };
  await eachInSlices(named, add, weighLittle);
  const sorted = await sortInSlices([...accounts], ([a], [b]) => compareTexts(a, b));
  let isFirst = true;
  for await (const batch of eachBatch(sorted)) {
    const added = isFirst ? domains : [];
    isFirst = false;
    await client.query({
      name: 'insert_accounts',
      text: `with domain as (insert into login_domain (user_domain, sid) select * from unnest($3::text[], $4::text[]) on conflict do nothing)
      insert into account (user_name, user_domain) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
      values: [
        textsParameter(batch.map(([, { userName }]) => userName)),
        textsParameter(batch.map(([, { userDomain }]) => userDomain ?? '')),
        textsParameter(added.map(({ userDomain }) => userDomain)),
        textsParameter(added.map(({ sid }) => sid)),
      ],
    });
  }
};
