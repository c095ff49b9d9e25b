import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { openDatabase } from '../../../src/db/client.ts';
import type { Database } from '../../../src/db/client.ts';
import { RIGHTS, ROLES, selectRights } from '../../../src/db/roles/rights.ts';
import type { Right } from '../../../src/db/roles/rights.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { storeItems } from '../../../src/db/storeItems.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { urlOf, useDatabase } from '../../support/database.ts';
import { withEventsLocked } from '../../support/lockedEvents.ts';
import { maintain } from '../../support/maintain.ts';
import { aStoredLock } from '../../support/newEvents.ts';
import { NO_DEADLINE_MS } from '../../support/timeLimits.ts';

const owned = useDatabase();
const suffix = randomUUID().slice(0, 8);
const LOGINS = { reader: `test_reader_${suffix}`, writer: `test_writer_${suffix}` };
let served: Database;
let url: string;

const urlAs = (user: string, base: string): string => {
  const own = new URL(base);
  own.username = user;
  own.password = 'secret';
  return own.href;
};

beforeAll(async () => {
  for (const role of ['reader', 'writer'] as const)
    await maintain(`create role ${LOGINS[role]} login password 'secret' in role ${ROLES[role]}`);
  const { rows } = await owned().writePool.query<{ name: string }>('select current_database() as name');
  url = urlOf(rows[0]?.name ?? '');
  served = openDatabase({
    url,
    logins: {
      reader: { url: urlAs(LOGINS.reader, url), role: null },
      writer: { url: urlAs(LOGINS.writer, url), role: null },
    },
    readers: 2,
    writers: 2,
    deadlineMs: NO_DEADLINE_MS,
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
/** What the reader reads; api_key is the writer's alone. */
const TABLES = [
  'session_event',
  'host_start',
  'session',
  'host',
  'account',
  'database_setting',
  'audit_entry',
];

describe('what each role may do', () => {
  test('is granted table by table, and nothing that a later migration adds', async () => {
    const columns = await owned().writePool.query<{ granted: string }>(
      `select g.grantee::regrole::text || ' ' || a.attrelid::regclass::text || ' ' || a.attname || ' ' || lower(g.privilege_type) as granted
       from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace
         cross join lateral aclexplode(a.attacl) g`,
    );
    expect(columns.rows).toEqual([{ granted: `${ROLES.writer} api_key last_used_at update` }]);
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
    expect(tables.rows.map(({ name }) => name)).toEqual([...TABLES, 'api_key'].toSorted());
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
  const own = urlAs(owner, urlOf(name));
  try {
    expect(await migrate(own)).toBe('REFUSED');
    const client = new pg.Client({ connectionString: urlAs(LOGINS.reader, own) });
    await client.connect();
    await client.query('select from session_event');
    await client.end();
    await maintain(`grant ${ROLES.reader}, ${ROLES.writer} to ${owner}`);
    expect(await migrate(own)).toBe('GRANTED');
  } finally {
    await maintain(`drop database ${name} with (force)`);
    await maintain(`drop role ${owner}`);
  }
});

describe('a start', () => {
  const rightsNow = async (): Promise<readonly Right[]> => {
    const client = await owned().writePool.connect();
    try {
      return await selectRights(client);
    } finally {
      client.release();
    }
  };
  const linesOf = (rights: readonly Right[]): readonly string[] =>
    rights.map(({ role, privilege, object }) => `${role} ${privilege} ${object}`).toSorted();

  test('takes back what nobody should have, from partitions, columns and everyone, too', async () => {
    await owned().writePool.query(`grant all on ${PARTITION}, api_key to ${ROLES.reader};
      grant update (scopes), insert (id) on api_key to ${ROLES.writer}; grant select on api_key to public;
      grant create on schema public to ${ROLES.writer};
      grant execute on function copy_session_event_year(integer) to public`);
    expect(await codeOf('reader', `select from ${PARTITION}`)).toBe('DONE');
    expect(await migrate(url)).toBe('GRANTED');
    expect(linesOf(await rightsNow())).toEqual(linesOf(RIGHTS));
    expect(await codeOf('reader', `select from ${PARTITION}`)).toBe(REFUSED);
  });

  test('gives again what someone took away', async () => {
    await owned().writePool.query(`revoke all on session, api_key from ${ROLES.reader}, ${ROLES.writer}`);
    expect(await codeOf('reader', 'select from session')).toBe(REFUSED);
    expect(await migrate(url)).toBe('GRANTED');
    expect(linesOf(await rightsNow())).toEqual(linesOf(RIGHTS));
  });

  test('that has nothing to grant waits for no lock on the events', async () => {
    await withEventsLocked(owned(), async () => {
      expect(await migrate(url)).toBe('GRANTED');
    });
  });

  test('looks again when someone else changes the same rights in the same moment', async () => {
    const client = await owned().writePool.connect();
    try {
      await client.query(`revoke select on session from ${ROLES.reader}`);
      await client.query('begin');
      await client.query(`grant select on session to ${LOGINS.writer}`);
      const granting = migrate(url);
      await awaitUntil('the start waits for the other', async () => {
        const { rows } = await owned().writePool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length === 1;
      });
      await client.query('commit');
      expect(await granting).toBe('GRANTED');
      expect(linesOf(await rightsNow())).toEqual(linesOf(RIGHTS));
    } finally {
      await client.query('rollback');
      await client.query(`revoke select on session from ${LOGINS.writer}`);
      client.release();
    }
  });
});

test('servers of several databases of one cluster may start at the same moment', async () => {
  const owner = `test_owner_several_${suffix}`;
  const names = Array.from({ length: 4 }, () => `test_${randomUUID().replaceAll('-', '')}`);
  await maintain(`create role ${owner} login createrole password 'secret'`);
  try {
    for (const role of Object.values(ROLES)) {
      // From 16 on, as whoever has made the roles: it may let itself in, and is not in yet.
      await maintain(`do $$ begin
        if current_setting('server_version_num')::integer >= 160000 then
          execute 'grant ${role} to ${owner} with admin true, inherit false, set false';
        end if; end $$`);
    }
    for (const name of names)
      await maintain(`create database ${name} template template0 encoding 'UTF8' owner ${owner}`);
    const states = await Promise.all(names.map(async (name) => migrate(urlAs(owner, urlOf(name)))));
    expect(states).toEqual(names.map(() => 'GRANTED'));
  } finally {
    for (const name of names) await maintain(`drop database if exists ${name} with (force)`);
    await maintain(`drop owned by ${owner} cascade`);
    await maintain(`drop role ${owner}`);
  }
});
