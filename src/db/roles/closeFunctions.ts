import type pg from 'pg';

import { ROLES } from './privileges.ts';

/**
 * What only a superuser may do, since Postgres' own functions are the superuser's: takes large objects and advisory locks from everyone. With the
 * first a reader fills the disk past every table; with the second it stops ingest, which waits for these locks. The owner of the database keeps the
 * locks, and the writer the one that it needs. `docs/security.md` has the same statement.
 */
export const CLOSE_FUNCTIONS = `do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid::regprocedure from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
    where p.pronamespace = 'pg_catalog'::regnamespace and g.grantee = 0 and p.proname ~ '^(lo_.*|loread|lowrite|pg_(try_)?advisory_.*)$'
  loop
    execute format('revoke execute on function %s from public', name);
    if name::text ~ 'advisory' then
      execute format('grant execute on function %s to pg_database_owner', name);
    end if;
  end loop;
  grant execute on function pg_advisory_xact_lock(integer, integer) to ${ROLES.writer};
end $$`;

/** Closes them when this login is a superuser; else it is for one to do. No index: the catalog, once a start. */
export const closeFunctions = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ isSuperuser: boolean }>(
    `select rolsuper as "isSuperuser" from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.isSuperuser === true) await client.query(CLOSE_FUNCTIONS);
};
