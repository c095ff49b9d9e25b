import { sql } from 'drizzle-orm';
import type pg from 'pg';

import { toStatement } from '../statement.ts';

/** The group roles of a server. They own nothing and cannot log in themselves. */
export const ROLES = { reader: 'sessionscope_reader', writer: 'sessionscope_writer' } as const;

type Role = (typeof ROLES)[keyof typeof ROLES];

/** A privilege in the syntax of GRANT and REVOKE: `select` on `public.session`. */
export type Privilege = { readonly role: string; readonly privilege: string; readonly object: string };

const { reader, writer } = ROLES;

/**
 * The privileges of each role on each table. A table without an entry cannot be accessed. Partitions have no entries: reads and inserts go
 * through session_event, so its privileges apply.
 *
 * The writer looks up API keys, because the reader runs the queries of clients. Neither creates or revokes keys.
 */
const TABLES: Readonly<Record<string, Partial<Readonly<Record<Role, readonly string[]>>>>> = {
  session_event: { [reader]: ['select'], [writer]: ['select', 'insert'] },
  context_event: { [reader]: ['select'], [writer]: ['select', 'insert', 'update (last_fact_at)'] },
  session: { [reader]: ['select'], [writer]: ['select', 'insert', 'update', 'delete'] },
  twin: { [reader]: ['select'], [writer]: ['select', 'insert', 'update', 'delete'] },
  host_activity: { [reader]: ['select'], [writer]: ['select', 'insert', 'update', 'delete'] },
  host: { [reader]: ['select'], [writer]: ['select', 'insert', 'update'] },
  account: { [reader]: ['select'], [writer]: ['select', 'insert'] },
  login_domain: { [reader]: ['select'], [writer]: ['select', 'insert'] },
  join_note: { [writer]: ['select', 'insert', 'update', 'delete'] },
  database_setting: { [reader]: ['select'], [writer]: ['select', 'insert'] },
  audit_entry: { [reader]: ['select'], [writer]: ['insert'] },
  api_key: { [writer]: ['select', 'update (last_used_at)'] },
  budget: { [writer]: ['select', 'insert', 'update', 'delete'] },
  budget_lease: { [writer]: ['select', 'insert', 'update', 'delete'] },
  // The role that writes the audit makes its hashes.
  database_secret: { [writer]: ['select'] },
  maintenance_progress: {},
};

/** All privileges of the roles. */
export const PRIVILEGES: readonly Privilege[] = [
  ...Object.values(ROLES).map((role) => ({ role, privilege: 'usage', object: 'schema public' })),
  ...Object.entries(TABLES).flatMap(([table, byRole]) =>
    Object.entries(byRole).flatMap(([role, privileges]) =>
      privileges.map((privilege) => ({ role, privilege, object: `public.${table}` })),
    ),
  ),
  ...Object.values(ROLES).map((role) => ({
    role,
    privilege: 'execute',
    object: 'function public.account_domain(text)',
  })),
  {
    role: writer,
    privilege: 'execute',
    object: 'function public.ensure_session_event_partitions(timestamp with time zone[])',
  },
  {
    role: writer,
    privilege: 'execute',
    object:
      'function public.lease_budget(text, uuid, double precision, double precision, double precision, double precision, double precision, double precision, double precision)',
  },
  ...Object.values(ROLES).map((role) => ({
    role,
    privilege: 'execute',
    object: 'function public.session_event_login_uid(text, text, timestamp with time zone, uuid)',
  })),
];

/**
 * Reads the privileges of the roles and of everyone (`public`) on the database, the schema, our tables, all partitions and our functions.
 * By default, everyone may create temporary tables, execute new functions and, before version 15, create tables in the schema. Connecting
 * and using the schema stay allowed for everyone. Tables and functions of a newer version are left alone. Reads the catalog once at
 * startup, without an index.
 */
export const selectPrivileges = async (client: pg.ClientBase): Promise<readonly Privilege[]> => {
  const { rows } = await client.query<Privilege>(
    toStatement(sql`with granted as (
       select 'schema public' as object, privilege_type as privilege, grantee
       from pg_namespace, aclexplode(nspacl) where nspname = 'public' and (grantee <> 0 or privilege_type <> 'USAGE')
       union all
       select format('database %I', datname), privilege_type, grantee
       from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
       where datname = current_database() and privilege_type <> 'CONNECT'
       union all
       select format('public.%I', relname), privilege_type, grantee
       from pg_class, aclexplode(relacl) where ${OURS}
       union all
       select format('public.%I', relname), format('%s (%I)', privilege_type, attname), grantee
       from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl) where ${OURS}
       union all
       select format('function public.%I(%s)', proname, oidvectortypes(proargtypes)), privilege_type, grantee
       from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
       where pronamespace = 'public'::regnamespace and (proname ~ 'session_event' or proname in ('account_domain', 'lease_budget')))
     select coalesce(rolname, 'public')::text as role, lower(privilege) as privilege, object
     from granted left join pg_roles on pg_roles.oid = grantee
     where grantee = 0 or rolname = any(${sql.param(Object.values(ROLES))}::text[]) group by 1, 2, 3 order by 1, 3, 2`),
  );
  return rows;
};

const OURS = sql`relnamespace = 'public'::regnamespace and (relname = any(${sql.param(Object.keys(TABLES))}::text[]) or relname ~ '^session_event_' and relkind = 'r')`;
