import type pg from 'pg';

import { closeFunctions } from './closeFunctions.ts';
import { PRIVILEGES, ROLES, selectPrivileges } from './privileges.ts';
import type { Privilege } from './privileges.ts';

/** Whether the roles are there and this owner may work as them; without CREATEROLE a database's owner may not make them. */
export type RolesState = 'GRANTED' | 'REFUSED';

/**
 * Makes the group roles and what each may do, from nothing or from whatever an older version, or a person, granted; the caller holds the
 * migration's lock.
 *
 * What is right already is left alone: granting waits for whoever has locked the table, and a start should not.
 */
export const grantRoles = async (client: pg.Client): Promise<RolesState> => {
  await isAllowed(client, async () => revokeSurplus(client));
  const isGranted = await isAllowed(client, async () => {
    await client.query(MAKE_ROLES);
    await grantMissing(client);
    await closeFunctions(client);
  });
  // Apart, so that the grants stand for logins of the roles when the owner may not be one of their members.
  const isMember = isGranted && (await isAllowed(client, async () => joinRoles(client)));
  return isMember ? 'GRANTED' : 'REFUSED';
};

const revokeSurplus = async (client: pg.Client): Promise<void> => {
  for (const right of missingFrom(PRIVILEGES, await selectPrivileges(client))) {
    await client.query(`revoke ${right.privilege} on ${right.object} from ${right.role}`);
  }
};

const grantMissing = async (client: pg.Client): Promise<void> => {
  for (const right of missingFrom(await selectPrivileges(client), PRIVILEGES)) {
    await client.query(`grant ${right.privilege} on ${right.object} to ${right.role}`);
  }
};

const missingFrom = (known: readonly Privilege[], rights: readonly Privilege[]): readonly Privilege[] => {
  const lineOf = ({ role, privilege, object }: Privilege): string => `${role} ${privilege} ${object}`;
  const lines = new Set(known.map(lineOf));
  return rights.filter((right) => !lines.has(lineOf(right)));
};

/** A superuser may take on any role. */
const joinRoles = async (client: pg.Client): Promise<void> => {
  for (const role of Object.values(ROLES)) {
    const { rows } = await client.query<{ isMember: boolean }>(
      `select pg_has_role(current_user, $1, 'usage') as "isMember"`,
      [role],
    );
    if (rows[0]?.isMember !== true) await client.query(`grant ${role} to current_user`);
    await client.query(`set local role ${role}; reset role`);
  }
};

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

/** Works in a transaction; false when this login lacks a right for it, and then nothing is done. */
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
 * What Postgres says when someone else changes the same role, or the rights of the same table, at the same moment: an internal error
 * ("tuple concurrently updated"), since it does not lock its catalog for them, or a membership that is there twice. It is not waiting that
 * helps then but looking again.
 */
const COLLISIONS = new Set(['XX000', '23505']);
