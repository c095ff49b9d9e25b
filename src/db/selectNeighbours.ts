import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { Account } from '../model/account.ts';

import type { RequestDatabase } from './makeRequestDatabase.ts';

/** Names in their stored form: hosts in upper case, users in lower case. */
export type Names = { readonly hostnames: readonly string[]; readonly userNames: readonly string[] };

/** The stored neighbours of the requested names, in no order. */
export type Neighbours = { readonly hostnames: readonly string[]; readonly accounts: readonly Account[] };

/** The number of names to read in each direction. */
const REACH = 10;

/**
 * Reads the stored hosts and accounts that precede and follow the given names in alphabetical order, in one statement. Indexes: host_pkey
 * and account_pkey, one descent per name and direction.
 */
export const selectNeighbours = async (db: RequestDatabase, names: Names): Promise<Neighbours> => {
  const selects = [
    ...names.hostnames.flatMap((name) => [
      hostsBeyond(sql`hostname >= ${name} order by hostname`),
      hostsBeyond(sql`hostname < ${name} order by hostname desc`),
    ]),
    ...names.userNames.flatMap((name) => [
      accountsBeyond(sql`user_name >= ${name} order by user_name, user_domain`),
      accountsBeyond(sql`user_name < ${name} order by user_name desc, user_domain desc`),
    ]),
  ];
  if (selects.length === 0) return { hostnames: [], accounts: [] };
  const rows = await db.rows<Row>(sql.join(selects, sql` union `));
  return {
    hostnames: rows.flatMap(({ name, domain }) => (domain === null ? [name] : [])),
    accounts: rows.flatMap(({ name, domain }) =>
      domain === null ? [] : [{ userName: name, userDomain: domain === '' ? null : domain }],
    ),
  };
};

/** `domain` is null for a host, and '' for an account without a domain. */
type Row = { readonly name: string; readonly domain: string | null };

const hostsBeyond = (condition: SQL): SQL =>
  sql`(select hostname as name, null::text as domain from host where ${condition} limit ${REACH}::integer)`;

const accountsBeyond = (condition: SQL): SQL =>
  sql`(select user_name as name, account_domain(user_domain) as domain from account where ${condition} limit ${REACH}::integer)`;
