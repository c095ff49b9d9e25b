import type pg from 'pg';

import type { Database } from '../client.ts';
import { withTransaction } from '../withTransaction.ts';

/** Prefixes of the entries for hosts and accounts that an erasure has touched but not updated yet. */
const HOST = 'ERASED_ON ';
export const ACCOUNT = 'ERASED_OF ';

/** Notes, in the transaction that erases, the host and the accounts that must be updated. */
export const noteErased = async (
  client: pg.ClientBase,
  hostname: string,
  accountKeys: readonly string[],
): Promise<void> => {
  const names = [`${HOST}${hostname}`, ...accountKeys.map((key) => `${ACCOUNT}${key}`)];
  await client.query(
    `insert into maintenance_progress (name, value) select name, '' from unnest($1::text[]) as name order by 1 on conflict do nothing`,
    [names],
  );
};

/**
 * Reads the hosts and accounts that erasures have touched but not updated, including interrupted ones. Index: maintenance_progress_pkey, or
 * all of its few rows.
 */
export const selectUnfinished = async ({ writePool }: Database): Promise<Unfinished> => {
  const { rows } = await writePool.query<{ name: string }>(
    `select name from maintenance_progress where starts_with(name, 'ERASED_') order by name`,
  );
  const after = (prefix: string): readonly string[] =>
    rows.flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return { hostnames: after(HOST), accountKeys: after(ACCOUNT) };
};

export type Unfinished = { readonly hostnames: readonly string[]; readonly accountKeys: readonly string[] };

/**
 * Updates the row of a host, and deletes it if the host has no records. Events that retention dropped are not counted again: a time before
 * `keptFrom` stays; if no event is left, the last time is that of the sessions. Indexes: host_pkey, session_event_pkey from both ends,
 * session_pkey (the part of the host), context_event_pkey.
 */
export const finishHost = async (
  { writePool }: Database,
  hostname: string,
  keptFrom: string,
): Promise<void> => {
  await withTransaction(writePool, async (client) => {
    await client.query('select from host where hostname = $1 for update', [hostname]);
    await client.query(
      `update host h set
         first_seen_at = case when h.first_seen_at < $2 then h.first_seen_at else (select min(time) from session_event where hostname = $1) end,
         last_seen_at = case when h.last_seen_at < $2 then h.last_seen_at
           else coalesce((select max(time) from session_event where hostname = $1), case when h.first_seen_at < $2 then greatest(h.first_seen_at, (select max(last_at) from session where hostname = $1)) end) end
       where h.hostname = $1`,
      [hostname, keptFrom],
    );
    await client.query(
      `delete from host h where hostname = $1 and first_seen_at is null
         and not exists (select from context_event where hostname = $1)`,
      [hostname],
    );
    await client.query('delete from maintenance_progress where name = $1', [`${HOST}${hostname}`]);
  });
};
