import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';
import { ROLES } from '../../src/db/grantRoles.ts';
import { migrate } from '../../src/db/migrate.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import { urlOf, useDatabase } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';
import { aStoredLock } from '../support/newEvents.ts';

const owned = useDatabase();
const suffix = randomUUID().slice(0, 8);
const LOGINS = { reader: `test_reader_${suffix}`, writer: `test_writer_${suffix}` };
let served: Database;

const urlAs = (user: string, url: string): string => {
  const own = new URL(url);
  own.username = user;
  own.password = 'secret';
  return own.href;
};

beforeAll(async () => {
  for (const role of ['reader', 'writer'] as const)
    await maintain(`create role ${LOGINS[role]} login password 'secret' in role ${ROLES[role]}`);
  const { rows } = await owned().writePool.query<{ name: string }>('select current_database() as name');
  const url = urlOf(rows[0]?.name ?? '');
  served = openDatabase({
    url,
    logins: {
      reader: { url: urlAs(LOGINS.reader, url), role: null },
      writer: { url: urlAs(LOGINS.writer, url), role: null },
    },
    readers: 2,
    writers: 2,
    deadlineMs: 10_000,
  });
  await storeItems(served, {
    events: [aStoredLock('2026-11-16T09:00:00Z', 'w/1')],
    hostStarts: [
      {
        uuid: '00000000-0000-8000-8000-000000000001',
        time: '2026-11-16T10:00:00.000000Z',
        hostname: 'HOST1',
        sourceId: null,
      },
    ],
  });
});

afterAll(async () => {
  await served.close();
  for (const login of Object.values(LOGINS)) await maintain(`drop role ${login}`);
});

/** As which role; without the read pool's read-only transactions, which would refuse first. */
const codeOf = async (role: 'reader' | 'writer', statement: string): Promise<string> => {
  const pool = role === 'reader' ? served.readPool : served.writePool;
  const client = await pool.connect();
  try {
    await client.query('begin read write');
    await client.query(statement);
    return 'DONE';
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const REFUSED = '42501';
const TABLES = ['session_event', 'host_start', 'session', 'host', 'account', 'database_setting'];

describe('what each role may do', () => {
  test('is granted table by table, and nothing that a later migration adds', async () => {
    const { rows } = await owned().writePool.query<{ granted: string }>(
      `select g.grantee::regrole::text || ' ' || c.relname || ' ' || string_agg(lower(g.privilege_type), ' ' order by g.privilege_type) as granted
       from pg_class c cross join lateral aclexplode(c.relacl) g
       where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner group by g.grantee, c.relname order by 1`,
    );
    expect(rows.map(({ granted }) => granted)).toEqual([
      ...TABLES.toSorted().map((table) => `${ROLES.reader} ${table} select`),
      `${ROLES.writer} account insert select`,
      `${ROLES.writer} database_setting insert select`,
      `${ROLES.writer} host insert select update`,
      `${ROLES.writer} host_start insert select`,
      `${ROLES.writer} session delete insert select update`,
      `${ROLES.writer} session_event insert select`,
    ]);
  });

  test('names every table, and every function is closed to all but the owner, or granted', async () => {
    const tables = await owned().writePool.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
         and not relispartition order by 1`,
    );
    expect(tables.rows.map(({ name }) => name)).toEqual(TABLES.toSorted());
    const functions = await owned().writePool.query<{ name: string; role: string }>(
      `select p.proname::text as name, case g.grantee when 0 then 'public' else g.grantee::regrole::text end as role
       from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
       where p.pronamespace = 'public'::regnamespace and g.grantee <> p.proowner`,
    );
    expect(functions.rows).toEqual([{ name: 'ensure_session_event_partitions', role: ROLES.writer }]);
  });
});

const PARTITION = 'session_event_y2026m11';
const NOT_THE_READERS = [
  'insert into account values ($$x$$, $$$$)',
  'update host set last_seen_at = null',
  'delete from session',
  `select ensure_session_event_partitions(array[now()])`,
  `set role ${ROLES.writer}`,
];
const NO_ONES = [
  `select from ${PARTITION}`,
  `insert into ${PARTITION} select * from session_event`,
  `delete from ${PARTITION}`,
  `drop table ${PARTITION}`,
  'update session_event set "user" = null',
  'delete from session_event',
  'truncate session_event',
  'delete from host_start',
  'delete from host',
  'delete from account',
  'update database_setting set value = $$x$$',
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

test('a writer makes new partitions, and a reader sees what is in them', async () => {
  await storeItems(served, { events: [aStoredLock('2019-02-03T09:00:00Z', 'w/2')], hostStarts: [] });
  const { rows } = await served.readPool.query(
    `select source_id from session_event where time < '2020-01-01T00:00:00Z'`,
  );
  expect(rows).toEqual([{ source_id: 'w/2' }]);
  expect(await codeOf('reader', 'select from session_event_y2019')).toBe(REFUSED);
});

test('an owner who may not make roles migrates and is told so; the grants stand where the roles are', async () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owner = `test_owner_${suffix}`;
  await maintain(`create role ${owner} login password 'secret'`);
  await maintain(`create database ${name} template template0 encoding 'UTF8' owner ${owner}`);
  const url = urlAs(owner, urlOf(name));
  try {
    expect(await migrate(url)).toBe('REFUSED');
    const client = new pg.Client({ connectionString: urlAs(LOGINS.reader, url) });
    await client.connect();
    await client.query('select from session_event');
    await client.end();
    await maintain(`grant ${ROLES.reader}, ${ROLES.writer} to ${owner}`);
    expect(await migrate(url)).toBe('GRANTED');
  } finally {
    await maintain(`drop database ${name} with (force)`);
    await maintain(`drop role ${owner}`);
  }
});
