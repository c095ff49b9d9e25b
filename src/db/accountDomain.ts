import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type pg from 'pg';

import { formatDomainAliases } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';

import type { Database } from './client.ts';
import { toStatement } from './statement.ts';

/**
 * The domain under which the accounts of a domain are known: resolveDomain in SQL. Every comparison of accounts uses it, on both sides.
 *
 * Postgres inlines the function: without aliases it is the column itself, so that indexes on the domain serve; with aliases it is a CASE
 * over the column, and the index on the user's name serves.
 */
export const accountDomain = (domain: SQLWrapper | string): SQL => sql`account_domain(${domain})`;

/** Of the table whose rows are read. */
export const ACCOUNT_DOMAIN = accountDomain(sql`user_domain`);

/** Matches the rows of an account, in any spelling; '' as the domain stands for none. */
export const isOfAccount = (
  table: SQL,
  { userName, userDomain }: { readonly userName: string; readonly userDomain: string | null },
): SQL =>
  sql`${table}.user_name = ${userName} and coalesce(${accountDomain(sql`${table}.user_domain`)}, '') = ${accountDomain(userDomain ?? '')}`;

const NAME = 'DOMAIN_ALIASES';

/** Reads the aliases with which the sessions were computed, as text. Index: database_setting_pkey. */
export const selectAliases = async (
  client: Pick<pg.ClientBase | Database['writePool'], 'query'>,
): Promise<string> => {
  const { rows } = await client.query<{ value: string }>(
    'select value from database_setting where name = $1',
    [NAME],
  );
  return rows[0]?.value ?? '';
};

/** Stores the aliases and the function that applies them. The caller is the owner, in a transaction. */
export const writeAliases = async (client: pg.ClientBase, aliases: DomainAliases): Promise<void> => {
  const cases = [...aliases].map(([other, shown]) => sql`when ${other} then ${shown}`);
  const body = cases.length === 0 ? sql`domain` : sql`case domain ${sql.join(cases, sql` `)} else domain end`;
  const { text } = toStatement(sql`select ${body}`.inlineParams());
  await client.query(
    toStatement(
      sql`create or replace function account_domain(domain text) returns text language sql immutable parallel safe as ${text}`.inlineParams(),
    ),
  );
  await client.query(
    'insert into database_setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [NAME, formatDomainAliases(aliases)],
  );
};

/** Stores the aliases of the first start: there is nothing yet that was computed without them. Index: database_setting_pkey. */
export const adoptAliases = async (client: pg.ClientBase, aliases: DomainAliases): Promise<void> => {
  if (aliases.size === 0 || (await selectAliases(client)) !== '') return;
  const { rows } = await client.query('select from host limit 1');
  if (rows.length === 0) await writeAliases(client, aliases);
};
