import { expect, test } from '@jest/globals';

import { ROLES } from '../../../src/db/roles/privileges.ts';
import { storeItems } from '../../../src/db/storeItems.ts';
import { aStoredLock } from '../../support/newEvents.ts';
import { PARTITION, REFUSED, useRoleLogins } from './roleLogins.ts';

const { owned, served, codeOf } = useRoleLogins();

const NOT_THE_READERS = [
  'select from database_secret',
  'select pg_advisory_xact_lock(7361004, 1)',
  'insert into audit_entry select * from audit_entry',
  'insert into account values ($$x$$, $$$$)',
  'update host set last_seen_at = null',
  'delete from session',
  'select from api_key',
  'update api_key set last_used_at = now()',
  `select ensure_session_event_partitions(array[now()])`,
  `set role ${ROLES.writer}`,
];
const NO_ONES = [
  'select from maintenance_progress',
  'insert into maintenance_progress values ($$x$$, $$$$)',
  `insert into database_secret values ('x', '')`,
  `update database_secret set value = 'known'`,
  'delete from database_secret',
  'select lo_create(0)',
  'select lo_creat(-1)',
  `select lo_from_bytea(0, 'x')`,
  'select lo_open(1, 131072)',
  `select lo_put(1, 0, 'x')`,
  'select lo_get(1)',
  'select lo_unlink(1)',
  `select lowrite(0, 'x')`,
  `select lo_import('/etc/passwd')`,
  `select lo_export(1, '/tmp/x')`,
  'select pg_advisory_lock(7361001)',
  'select pg_try_advisory_lock(7361001)',
  'select pg_advisory_xact_lock(7361001)',
  'select pg_advisory_lock_shared(7361002)',
  'create temporary table x ()',
  'create schema x',
  'create extension dblink',
  'create extension pg_trgm',
  `create function x() returns integer language sql as 'select 1'`,
  'create publication x',
  `select pg_ls_dir('.')`,
  `select pg_stat_file('postgresql.conf')`,
  'select pg_reload_conf()',
  'select pg_rotate_logfile()',
  `alter role ${ROLES.reader} login`,
  'alter role current_user superuser',
  'alter role current_user createdb',
  `alter role current_user valid until 'infinity'`,
  'set log_statement = $$all$$',
  `select from ${PARTITION}`,
  `insert into ${PARTITION} select * from session_event`,
  `delete from ${PARTITION}`,
  `drop table ${PARTITION}`,
  'update session_event set "user" = null',
  'delete from session_event',
  'truncate session_event',
  'delete from context_event',
  'delete from host',
  'delete from account',
  'update database_setting set value = $$x$$',
  `insert into api_key (id, name, secret_hash, scopes, created_at)
     values ('0123456789abcdef', 'x', sha256('x'), array['admin'], now())`,
  `update api_key set scopes = array['admin']`,
  'update api_key set revoked_at = null',
  'update api_key set secret_hash = sha256($$x$$)',
  'delete from api_key',
  'update audit_entry set caller_name = $$x$$',
  'delete from audit_entry',
  'truncate audit_entry',
  'alter table session_event add column x text',
  `alter table session_event detach partition ${PARTITION}`,
  'create table x ()',
  'select copy_session_event_year(2020)',
  'select merge_session_event_year(2020)',
  `select add_session_event_partition('x', now(), now())`,
  'select from drizzle.__drizzle_migrations',
  `set role ${new URL(process.env['TEST_POSTGRES_URL'] ?? '').username}`,
  `select pg_read_file('postgresql.conf')`,
  `copy account to program 'true'`,
  'select from pg_authid',
  'create role x',
];

test.each([...NOT_THE_READERS, ...NO_ONES])('a reader cannot: %s', async (statement) => {
  expect(await codeOf('reader', statement)).toBe(REFUSED);
});

test.each([...NO_ONES, `set role ${ROLES.reader}`])('a writer cannot: %s', async (statement) => {
  expect(await codeOf('writer', statement)).toBe(REFUSED);
});

test('a writer creates partitions only for times that events can have', async () => {
  const make = async (time: string): Promise<string> =>
    codeOf('writer', `select ensure_session_event_partitions(array[(${time})::timestamptz])`);
  for (const time of ["'1970-01-01T00:00:00Z'", 'now()', "now() + interval '30 days'"])
    expect([time, await make(time)]).toEqual([time, 'DONE']);
  const refused = [
    "'1969-12-31T23:59:59Z'",
    "'0001-01-01T00:00:00Z'",
    "'0044-03-15T00:00:00Z BC'",
    "'-infinity'",
    "now() + interval '32 days'",
    "'9999-01-01T00:00:00Z'",
    "'infinity'",
  ];
  for (const time of refused) expect([time, await make(time)]).toEqual([time, '22023']);
  // Also together with a valid time.
  expect(
    await codeOf('writer', `select ensure_session_event_partitions(array[now(), '9999-01-01'::timestamptz])`),
  ).toBe('22023');
});

test('neither role can see or end the statements of others', async () => {
  const { rows } = await owned().writePool.query<{ pid: number }>('select pg_backend_pid() as pid');
  for (const role of ['reader', 'writer'] as const) {
    expect(await codeOf(role, `select pg_terminate_backend(${rows[0]?.pid})`)).toBe(REFUSED);
    expect(await codeOf(role, `select pg_cancel_backend(${rows[0]?.pid})`)).toBe(REFUSED);
  }
  const seen = await served().readPool.query<{ query: string }>(
    'select distinct query from pg_stat_activity where usename is distinct from current_user and query is not null',
  );
  expect(seen.rows.map(({ query }) => query).filter((query) => query !== '')).toEqual([
    '<insufficient privilege>',
  ]);
});

test('a writer creates partitions, and a reader can read their events', async () => {
  await storeItems(served(), { events: [aStoredLock('2019-02-03T09:00:00Z', 'w/2')], contextEvents: [] });
  const { rows } = await served().readPool.query(
    `select source_id from session_event where time < '2020-01-01T00:00:00Z'`,
  );
  expect(rows).toEqual([{ source_id: 'w/2' }]);
  expect(await codeOf('reader', 'select from session_event_y2019')).toBe(REFUSED);
});
