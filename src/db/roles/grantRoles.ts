import type pg from 'pg';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { isCitus } from '../citus/isCitus.ts';
import { nameOf, toStatement } from '../statement.ts';

import { PRIVILEGES, ROLES, selectPrivileges } from './privileges.ts';
import type { Privilege } from './privileges.ts';

/**
 * Whether the roles exist and this owner may use them. Without CREATEROLE, the owner of a database may not create them. On Citus only logins that
 * have the roles can use them, because the workers let no other login switch to a role.
 */
export type RolesState = 'GRANTED' | 'REFUSED' | 'LOGINS_ONLY';

/**
 * Creates the group roles and their privileges, and corrects the privileges that an older version or an operator granted. The caller holds
 * the lock of the migration.
 *
 * Privileges that are right are not granted again: granting waits for locks on the table, which startup should not.
 */
export const grantRoles = async (client: pg.Client): Promise<RolesState> => {
  await isAllowed(client, async () => revokeSurplus(client));
  const isGranted = await isAllowed(client, async () => {
    await client.query(MAKE_ROLES);
    await grantMissing(client);
    await closeFunctions(client);
  });
  // In a separate transaction, so that the grants stay for the logins of the roles even if the owner may not be a member.
  const isMember = isGranted && (await isAllowed(client, async () => joinRoles(client)));
  if (isGranted && isCitus(client)) return 'LOGINS_ONLY';
  return isMember ? 'GRANTED' : 'REFUSED';
};

const revokeSurplus = async (client: pg.Client): Promise<void> => {
  for (const right of missingFrom(PRIVILEGES, await selectPrivileges(client))) {
    await client.query(toStatement(sql`revoke ${describe(right)} from ${sql.raw(right.role)}`));
  }
};

const grantMissing = async (client: pg.Client): Promise<void> => {
  for (const right of missingFrom(await selectPrivileges(client), PRIVILEGES)) {
    await client.query(toStatement(sql`grant ${describe(right)} to ${sql.raw(right.role)}`));
  }
};

/** As GRANT and REVOKE spell it. */
const describe = ({ privilege, object }: Privilege): SQL => sql`${sql.raw(privilege)} on ${sql.raw(object)}`;

const missingFrom = (known: readonly Privilege[], rights: readonly Privilege[]): readonly Privilege[] => {
  const lineOf = ({ role, privilege, object }: Privilege): string => `${role} ${privilege} ${object}`;
  const lines = new Set(known.map(lineOf));
  return rights.filter((right) => !lines.has(lineOf(right)));
};

/** A superuser may use any role. */
const joinRoles = async (client: pg.Client): Promise<void> => {
  for (const role of Object.values(ROLES)) {
    const { rows } = await client.query<{ isMember: boolean }>(
      `select pg_has_role(current_user, $1, 'usage') as "isMember"`,
      [role],
    );
    if (rows[0]?.isMember !== true)
      await client.query(toStatement(sql`grant ${nameOf(role)} to current_user`));
    await client.query(toStatement(sql`set local role ${nameOf(role)}; reset role`));
  }
};

/** Roles belong to the whole cluster: another database may create them at the same time or may have created them before. */
const MAKE_ROLES = toStatement(
  sql`do $$
declare
  name text;
begin
  foreach name in array array[${ROLES.reader}, ${ROLES.writer}] loop
    if to_regrole(name) is null then
      begin
        execute format('create role %I nologin', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$`.inlineParams(),
);

/** Works in a transaction. Returns false, and does nothing, if this login lacks a privilege. */
const isAllowed = async (client: pg.Client, work: () => Promise<void>): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('begin');
      await work();
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      const { code = '' } = error as { readonly code?: string };
      if (code === INSUFFICIENT_PRIVILEGE) return false;
      if (!COLLISIONS.has(code) || attempt === ATTEMPTS) throw error;
    }
  }
};

const ATTEMPTS = 20;

/** SQLSTATE. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Errors of Postgres if another process changes the same role, or the privileges of the same table, at the same time: an internal error
 * ("tuple concurrently updated"), because it does not lock its catalog for them, or a duplicate membership. Try again instead of waiting.
 */
const COLLISIONS = new Set(['XX000', '23505']);

/**
 * Only a superuser may run this, because the functions of Postgres belong to the superuser: it revokes large objects and advisory locks
 * from everyone. With large objects, a reader could fill the disk; with advisory locks, it could block ingest, which waits for these locks.
 * The owner of the database keeps the locks, and the writer the one that it needs. `docs/security.md` has the same statement.
 */
export const CLOSE_FUNCTIONS = toStatement(sql`do $$
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
  grant execute on function pg_advisory_xact_lock(integer, integer) to ${sql.raw(ROLES.writer)};
end $$`).text;

/** Runs CLOSE_FUNCTIONS if this login is a superuser; otherwise a superuser has to run it. Reads the catalog once at startup, without an index. */
const closeFunctions = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ isSuperuser: boolean }>(
    `select rolsuper as "isSuperuser" from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.isSuperuser === true) await client.query(CLOSE_FUNCTIONS);
};
