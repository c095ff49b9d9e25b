import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { nameOf, toStatement } from '../statement.ts';

import { isCitus, noteCitus, SELECT_CITUS } from './isCitus.ts';

/** The tables of hosts. The rows of one host are on one node, so that statements about a host run there. */
const DISTRIBUTED = ['session_event', 'session', 'context_event', 'twin', 'host_activity', 'host'];

/** Small tables of names: each node has all of their rows. The other tables stay on the coordinator: settings, keys, the audit, budgets and notes of joins. */
const REFERENCE = ['account', 'login_domain'];

/** Prepares a connection for migrations. On Citus they change several shards in a transaction. */
export const prepareForCitus = async (client: pg.Client): Promise<void> => {
  noteCitus(client, await client.query(SELECT_CITUS));
  if (isCitus(client)) await client.query(`set citus.multi_shard_modify_mode = 'sequential'`);
};

/**
 * Distributes the tables that are not distributed yet, on the coordinator of a Citus cluster; elsewhere it does nothing. A table with rows keeps
 * them. The caller holds the lock of the migration.
 */
export const distributeTables = async (client: pg.Client): Promise<void> => {
  if (!isCitus(client)) return;
  const { rows } = await client.query<{ name: string }>(
    'select logicalrelid::text as name from pg_dist_partition',
  );
  const done = new Set(rows.map(({ name }) => name));
  for (const table of DISTRIBUTED.filter((name) => !done.has(name))) {
    const beside = table === FIRST ? 'default' : FIRST;
    await client.query(`select create_distributed_table($1, 'hostname', colocate_with => $2)`, [
      table,
      beside,
    ]);
  }
  for (const table of REFERENCE.filter((name) => !done.has(name))) {
    await client.query('select create_reference_table($1)', [table]);
  }
  await settleNodes(client);
  await readFromShards(client);
};

const [FIRST = ''] = DISTRIBUTED;

/** Workers answer with the settings of their own database, not with those of the coordinator's connections: see COMMON in client.ts. */
const NODE_SETTINGS = ['timezone=UTC', 'datestyle=ISO', 'jit=off'];

/** Citus passes ALTER DATABASE on to all nodes. Reads the catalog once at startup. */
const settleNodes = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ name: string; settings: readonly string[] | null }>(
    `select datname as name, setconfig as settings from pg_database
       left join pg_db_role_setting on setdatabase = pg_database.oid and setrole = 0 where datname = current_database()`,
  );
  const [{ name, settings } = { name: '', settings: null }] = rows;
  for (const setting of NODE_SETTINGS) {
    if (settings?.some((known) => known.toLowerCase() === setting.toLowerCase()) === true) continue;
    await client.query(toStatement(sql`alter database ${nameOf(name)} set ${sql.raw(setting)}`));
  }
};

/**
 * Replaces the function that reads the uid of the login before an event. On a worker it is called for the rows of a shard, where Citus refuses to read
 * session_event as a whole, so it reads the shard of the host, which is beside them. Declared immutable, because Citus allows only such functions in a
 * CASE of an UPDATE; they read the same rows as the statement. Index: session_event_login_id.
 */
const readFromShards = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ body: string }>(
    `select prosrc as body from pg_proc where proname = 'session_event_login_uid' and pronamespace = 'public'::regnamespace`,
  );
  if (rows[0]?.body === LOGIN_UID) return;
  await client.query(
    toStatement(
      sql`create or replace function session_event_login_uid(host text, login text, before_at timestamptz, before_id uuid) returns text
     language plpgsql immutable parallel safe as ${LOGIN_UID}`.inlineParams(),
    ),
  );
};

/** On the coordinator the shard is elsewhere. */
const LOGIN_UID = `
declare
  shard text := 'public.session_event_' || get_shard_id_for_distribution_column('public.session_event', host);
  found_uid text;
begin
  execute format(
    'select l.uid from %s l where l.login_id = $2 collate "C" and l.hostname collate "POSIX" = $1
       and l.login_successful and l.uid is not null and l.time <= $3 and (l.time, l.id) < ($3, $4)
     order by l.time desc, l.id desc limit 1',
    coalesce(to_regclass(shard)::text, 'public.session_event')) into found_uid using host, login, before_at, before_id;
  return found_uid;
end `;
