import { sql } from 'drizzle-orm';
import type pg from 'pg';

import type { Database } from '../client.ts';
import { nameOf, toStatement } from '../statement.ts';
import { withTransaction } from '../withTransaction.ts';

import { ACCOUNT } from './unfinished.ts';

/** A row of the table account: one spelling of an account. */
type Spelling = { readonly userName: string; readonly userDomain: string };

/** A row of login_domain. */
type Domain = { readonly userDomain: string; readonly sid: string };

/**
 * Deletes the accounts, in all spellings, that no event, disconnect or session names any more, and the domains of which no successful login is
 * left. Retention may have dropped the events of a session. The lock prevents an ingest between the insert of its event and of its account: it
 * would find the account, which is then deleted.
 *
 * Each account is looked up alone: one row that names it is enough, and Citus joins no table of names with the events in a DELETE.
 */
export const finishAccounts = async (
  { writePool }: Database,
  accountKeys: readonly string[],
): Promise<number> =>
  withTransaction(writePool, async (client) => {
    await client.query('lock table account in share row exclusive mode');
    const unnamed = await findUnused(await selectSpellings(client, accountKeys), async (spelling) =>
      isNamed(client, spelling),
    );
    await client.query(
      `delete from account a using unnest($1::text[], $2::text[]) as gone(user_name, user_domain)
       where a.user_name = gone.user_name and a.user_domain = gone.user_domain`,
      [unnamed.map(({ userName }) => userName), unnamed.map(({ userDomain }) => userDomain)],
    );
    const unseen = await findUnused(await selectDomains(client, accountKeys), async (domain) =>
      hasLogin(client, domain),
    );
    await client.query(
      `delete from login_domain d using unnest($1::text[], $2::text[]) as gone(user_domain, sid)
       where d.user_domain = gone.user_domain and d.sid = gone.sid`,
      [unseen.map(({ userDomain }) => userDomain), unseen.map(({ sid }) => sid)],
    );
    await client.query('delete from maintenance_progress where name = any($1)', [
      accountKeys.map((key) => `${ACCOUNT}${key}`),
    ]);
    return unnamed.length;
  });

const findUnused = async <Row>(
  rows: readonly Row[],
  isUsed: (row: Row) => Promise<boolean>,
): Promise<readonly Row[]> => {
  const unused: Row[] = [];
  for (const row of rows) if (!(await isUsed(row))) unused.push(row);
  return unused;
};

/** Index: account_pkey. */
const selectSpellings = async (
  client: pg.ClientBase,
  accountKeys: readonly string[],
): Promise<readonly Spelling[]> => {
  const { rows } = await client.query<Spelling>(
    `select distinct a.user_name as "userName", a.user_domain as "userDomain" from account a join unnest($1::text[]) as key
       on account_domain(a.user_domain) = account_domain(split_part(key, '\\', 1)) and a.user_name = substr(key, strpos(key, '\\') + 1)`,
    [accountKeys],
  );
  return rows;
};

/** Indexes: session_event_user, context_event_user, session_user. */
const isNamed = async (client: pg.ClientBase, { userName, userDomain }: Spelling): Promise<boolean> => {
  for (const table of ['session_event', 'context_event', 'session']) {
    const { rows } = await client.query({
      name: `account_in_${table}`,
      ...toStatement(
        sql`select 1 from ${nameOf(table)} where user_name = ${userName} and coalesce(user_domain, '') = ${userDomain} limit 1`,
      ),
    });
    if (rows.length > 0) return true;
  }
  return false;
};

/** Index: login_domain_pkey. */
const selectDomains = async (
  client: pg.ClientBase,
  accountKeys: readonly string[],
): Promise<readonly Domain[]> => {
  const { rows } = await client.query<Domain>(
    `select user_domain as "userDomain", sid from login_domain
     where user_domain = any(select split_part(key, '\\', 1) from unnest($1::text[]) as key)`,
    [accountKeys],
  );
  return rows;
};

/**
 * A domain that still has a login is found at its first account that has one. Indexes: session_event_uid, the part with the SIDs of the domain;
 * session_event_user, one descent per account of the domain.
 */
const hasLogin = async (client: pg.ClientBase, { userDomain, sid }: Domain): Promise<boolean> => {
  const { rows } =
    sid === ''
      ? await client.query(
          `select 1 from account a join session_event e on e.user_name = a.user_name and coalesce(e.user_domain, '') = a.user_domain
           where a.user_domain = $1 and e.login_successful is true and coalesce(e.uid, '') !~ '^S-1-5-21(-[0-9]+){4}$' limit 1`,
          [userDomain],
        )
      : await client.query(
          `select 1 from session_event e where e.uid > $2 || '-' and e.uid < $2 || '.' and e.uid ~ ('^' || $2 || '-[0-9]+$')
             and coalesce(e.user_domain, '') = $1 and e.login_successful is true and e.user_name is not null limit 1`,
          [userDomain, sid],
        );
  return rows.length > 0;
};
