import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { CLOSE_FUNCTIONS } from '../../../src/db/roles/grantRoles.ts';
import { PRIVILEGES, ROLES, selectPrivileges } from '../../../src/db/roles/privileges.ts';
import type { Privilege } from '../../../src/db/roles/privileges.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { rolesState } from '../../support/citus/readerLogin.ts';
import { urlOf } from '../../support/database.ts';
import { withEventsLocked } from '../../support/lockedEvents.ts';
import { maintain } from '../../support/maintain.ts';
import { PARTITION, REFUSED, urlAs, useRoleLogins } from './roleLogins.ts';

const { owned, url, names, codeOf } = useRoleLogins();
const suffix = randomUUID().slice(0, 8);

/** The tables that the reader may read; only the writer may read api_key. */
const TABLES = [
  'session_event',
  'context_event',
  'session',
  'host',
  'account',
  'login_domain',
  'host_activity',
  'twin',
  'database_setting',
  'audit_entry',
];

describe('the privileges of each role', () => {
  test('are granted per table, and not for tables that a later migration adds', async () => {
    const columns = await owned().writePool.query<{ granted: string }>(
      `select g.grantee::regrole::text || ' ' || a.attrelid::regclass::text || ' ' || a.attname || ' ' || lower(g.privilege_type) as granted
       from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace
         cross join lateral aclexplode(a.attacl) g`,
    );
    expect(columns.rows.map(({ granted }) => granted).toSorted()).toEqual([
      `${ROLES.writer} api_key last_used_at update`,
      `${ROLES.writer} context_event last_fact_at update`,
    ]);
    const { rows } = await owned().writePool.query<{ granted: string }>(
      `select g.grantee::regrole::text || ' ' || c.relname || ' ' || string_agg(lower(g.privilege_type), ' ' order by g.privilege_type) as granted
       from pg_class c cross join lateral aclexplode(c.relacl) g
       where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner group by g.grantee, c.relname order by 1`,
    );
    expect(rows.map(({ granted }) => granted)).toEqual([
      ...TABLES.toSorted().map((table) => `${ROLES.reader} ${table} select`),
      `${ROLES.writer} account insert select`,
      `${ROLES.writer} api_key select`,
      `${ROLES.writer} audit_entry insert`,
      `${ROLES.writer} budget delete insert select update`,
      `${ROLES.writer} budget_lease delete insert select update`,
      `${ROLES.writer} context_event insert select`,
      `${ROLES.writer} database_secret select`,
      `${ROLES.writer} database_setting insert select`,
      `${ROLES.writer} host insert select update`,
      `${ROLES.writer} host_activity delete insert select update`,
      `${ROLES.writer} join_note delete insert select update`,
      `${ROLES.writer} login_domain insert select`,
      `${ROLES.writer} session delete insert select update`,
      `${ROLES.writer} session_event insert select`,
      `${ROLES.writer} twin delete insert select update`,
    ]);
  });

  test('cover every table, and every function is granted or closed to everyone but the owner', async () => {
    const tables = await owned().writePool.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
         and not relispartition order by 1`,
    );
    expect(tables.rows.map(({ name }) => name)).toEqual(
      [
        ...TABLES,
        'api_key',
        'budget',
        'budget_lease',
        'database_secret',
        'join_note',
        'maintenance_progress',
      ].toSorted(),
    );
    const functions = await owned().writePool.query<{ name: string; role: string }>(
      `select p.proname::text as name, case g.grantee when 0 then 'public' else g.grantee::regrole::text end as role
       from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
       where p.pronamespace = 'public'::regnamespace and g.grantee <> p.proowner order by 1, 2`,
    );
    expect(functions.rows).toEqual([
      { name: 'account_domain', role: ROLES.reader },
      { name: 'account_domain', role: ROLES.writer },
      { name: 'ensure_session_event_partitions', role: ROLES.writer },
      { name: 'lease_budget', role: ROLES.writer },
      { name: 'session_event_login_uid', role: ROLES.reader },
      { name: 'session_event_login_uid', role: ROLES.writer },
    ]);
  });
});

test('docs/security.md contains the statement for superusers that a start runs', () => {
  expect(readFileSync('docs/security.md', 'utf8')).toContain(CLOSE_FUNCTIONS);
});

test('an owner who may not create roles migrates and gets a message; grants to existing roles stay', async () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owner = `test_owner_${suffix}`;
  await maintain(`create role ${owner} login password 'secret'`);
  await maintain(`create database ${name} template template0 encoding 'UTF8' owner ${owner}`);
  const own = urlAs(owner, urlOf(name));
  try {
    expect(await migrate(own)).toBe('REFUSED');
    const client = new pg.Client({ connectionString: urlAs(names.reader, own) });
    await client.connect();
    await client.query('select from session_event');
    await client.end();
    await maintain(`grant ${ROLES.reader}, ${ROLES.writer} to ${owner}`);
    expect(await migrate(own)).toBe(rolesState());
  } finally {
    await maintain(`drop database ${name} with (force)`);
    await maintain(`drop role ${owner}`);
  }
});

describe('a start', () => {
  const rightsNow = async (): Promise<readonly Privilege[]> => {
    const client = await owned().writePool.connect();
    try {
      return await selectPrivileges(client);
    } finally {
      client.release();
    }
  };
  const linesOf = (rights: readonly Privilege[]): readonly string[] =>
    rights.map(({ role, privilege, object }) => `${role} ${privilege} ${object}`).toSorted();

  test('revokes surplus privileges, also on partitions and columns and of everyone', async () => {
    await owned().writePool.query(`grant all on ${PARTITION}, api_key to ${ROLES.reader};
      grant update (scopes), insert (id) on api_key to ${ROLES.writer}; grant select on api_key to public;
      grant create on schema public to ${ROLES.writer}, public;
      grant select on database_secret, maintenance_progress to ${ROLES.reader};
      grant execute on function lo_create(oid), pg_advisory_lock(bigint) to public;
      grant execute on function copy_session_event_year(integer) to public`);
    expect(await codeOf('reader', `select from ${PARTITION}`)).toBe('DONE');
    expect(await migrate(url())).toBe(rolesState());
    expect(linesOf(await rightsNow())).toEqual(linesOf(PRIVILEGES));
    expect(await codeOf('reader', `select from ${PARTITION}`)).toBe(REFUSED);
    expect(await codeOf('reader', 'select lo_create(0)')).toBe(REFUSED);
    expect(await codeOf('reader', 'select pg_advisory_lock(1)')).toBe(REFUSED);
    expect(await codeOf('reader', 'create table x ()')).toBe(REFUSED);
  });

  test('grants privileges again that were revoked', async () => {
    await owned().writePool.query(`revoke all on session, api_key from ${ROLES.reader}, ${ROLES.writer}`);
    expect(await codeOf('reader', 'select from session')).toBe(REFUSED);
    expect(await migrate(url())).toBe(rolesState());
    expect(linesOf(await rightsNow())).toEqual(linesOf(PRIVILEGES));
  });

  test('without anything to grant does not wait for locks on the events', async () => {
    await withEventsLocked(owned(), async () => {
      expect(await migrate(url())).toBe(rolesState());
    });
  });

  test('retries if another process changes the same privileges concurrently', async () => {
    const client = await owned().writePool.connect();
    try {
      await client.query(`revoke select on session from ${ROLES.reader}`);
      await client.query('begin');
      await client.query(`grant select on session to ${names.writer}`);
      const granting = migrate(url());
      await awaitUntil('the start waits for the other', async () => {
        const { rows } = await owned().writePool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length === 1;
      });
      await client.query('commit');
      expect(await granting).toBe(rolesState());
      expect(linesOf(await rightsNow())).toEqual(linesOf(PRIVILEGES));
    } finally {
      await client.query('rollback');
      await client.query(`revoke select on session from ${names.writer}`);
      client.release();
    }
  });
});

test('servers of several databases of one cluster may start concurrently', async () => {
  const owner = `test_owner_several_${suffix}`;
  const databases = Array.from({ length: 4 }, () => `test_${randomUUID().replaceAll('-', '')}`);
  await maintain(`create role ${owner} login createrole password 'secret'`);
  try {
    for (const role of Object.values(ROLES)) {
      // Since version 16, like the login that created the roles: it may grant itself membership, but is not a member.
      await maintain(`do $$ begin
        if current_setting('server_version_num')::integer >= 160000 then
          execute 'grant ${role} to ${owner} with admin true, inherit false, set false';
        end if; end $$`);
    }
    for (const name of databases)
      await maintain(`create database ${name} template template0 encoding 'UTF8' owner ${owner}`);
    const states = await Promise.all(databases.map(async (name) => migrate(urlAs(owner, urlOf(name)))));
    expect(states).toEqual(databases.map(rolesState));
  } finally {
    for (const name of databases) await maintain(`drop database if exists ${name} with (force)`);
    await maintain(`drop owned by ${owner} cascade`);
    await maintain(`drop role ${owner}`);
  }
});
