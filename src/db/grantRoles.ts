import type pg from 'pg';

/** The group roles that a server works as; they own nothing and cannot log in themselves. */
export const ROLES = { reader: 'sessionscope_reader', writer: 'sessionscope_writer' } as const;

/** Whether the roles are there and this owner may work as them; without CREATEROLE a database's owner may not make them. */
export type RolesState = 'GRANTED' | 'REFUSED';

/**
 * Makes the group roles and what each may do, from nothing or from whatever an older version granted; the caller holds the migration's lock.
 *
 * Written out table by table: a new table is closed until it is named here. Partitions get no grants: reads and inserts go through
 * session_event, whose rights are the ones that count, so that no one can go past it.
 */
export const grantRoles = async (client: pg.Client): Promise<RolesState> => {
  await client.query(CLOSE_FUNCTIONS);
  const isGranted = await isAllowed(client, [MAKE_ROLES, GRANTS]);
  // Apart, so that the grants stand for logins of the roles when the owner may not be one of their members.
  return isGranted && (await isAllowed(client, [JOIN_ROLES, ...TRY_ROLES])) ? 'GRANTED' : 'REFUSED';
};

/** Runs statements in a transaction; false when this login lacks a right for one of them, and then none is done. */
const isAllowed = async (client: pg.Client, statements: readonly string[]): Promise<boolean> => {
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if ((error as { readonly code?: unknown }).code === INSUFFICIENT_PRIVILEGE) return false;
    throw error;
  }
};

/** SQLSTATE. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Postgres lets everyone execute a new function. */
const CLOSE_FUNCTIONS = `revoke execute on function add_session_event_partition(text, timestamptz, timestamptz),
  ensure_session_event_partitions(timestamptz[]), list_session_event_months(integer), copy_session_event_year(integer),
  merge_session_event_year(integer) from public`;

/** Roles belong to the whole cluster: another database of it may make them at the same moment, and may have made them before. */
const MAKE_ROLES = `do $$
declare
  name text;
begin
  foreach name in array array['${ROLES.reader}', '${ROLES.writer}'] loop
    if to_regrole(name) is null then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$`;

/** A superuser may take on any role. */
const JOIN_ROLES = `do $$
declare
  name text;
begin
  foreach name in array array['${ROLES.reader}', '${ROLES.writer}'] loop
    if not pg_has_role(current_user, name, 'usage') then
      execute format('grant %I to current_user', name);
    end if;
  end loop;
end $$`;

const TRY_ROLES = Object.values(ROLES).map((role) => `set local role ${role}; reset role`);

/** Revoked first, so that what an older version granted, and this one does not, is gone. */
const GRANTS = `
  revoke all on session_event, host_start, session, host, account, database_setting from ${ROLES.reader}, ${ROLES.writer};
  grant usage on schema public to ${ROLES.reader}, ${ROLES.writer};
  grant select on session_event, host_start, session, host, account, database_setting to ${ROLES.reader}, ${ROLES.writer};
  grant insert on session_event, host_start, account, database_setting to ${ROLES.writer};
  grant insert, update on host to ${ROLES.writer};
  grant insert, update, delete on session to ${ROLES.writer};
  grant execute on function ensure_session_event_partitions(timestamptz[]) to ${ROLES.writer}`;
