import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

import { openDatabase } from '../../src/db/client.ts';
import { storeItems } from '../../src/db/storeItems.ts';
import { recordItems } from '../../src/domain/recordItems.ts';
import { migrate } from '../../src/db/migrate.ts';
import { RULES, urlOf } from '../support/database.ts';
import { maintain } from '../support/maintain.ts';
import { PATIENT } from '../support/timeLimits.ts';

const MIGRATIONS = readdirSync('drizzle').filter((file) => file.endsWith('.sql'));

const withEmptyDatabase = async (work: (url: string, client: pg.Client) => Promise<void>): Promise<void> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(`create database ${name} template template0 encoding 'UTF8'`);
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    await work(urlOf(name), client);
  } finally {
    await client.end();
    await maintain(`drop database ${name} with (force)`);
  }
};

const listMigrations = async (client: pg.Client): Promise<readonly unknown[]> =>
  (await client.query('select hash, created_at from drizzle.__drizzle_migrations order by id')).rows;

test('creates the tables once if several servers start concurrently, and does nothing at the next start', async () => {
  await withEmptyDatabase(async (url, client) => {
    await Promise.all(Array.from({ length: 8 }, async () => migrate(url)));
    const done = await listMigrations(client);
    expect(done).toHaveLength(MIGRATIONS.length);
    await migrate(url);
    expect(await listMigrations(client)).toEqual(done);
    await client.query('select from session_event');
  });
});

test('does not change a database that a newer version has migrated', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrate(url);
    await client.query(`alter table session_event add column newer text`);
    await client.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`,
    );
    const done = await listMigrations(client);
    await migrate(url);
    expect(await listMigrations(client)).toEqual(done);
    await client.query('select newer from session_event');
  });
});

test('gives up if a table is locked, because all other statements would wait behind it', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrate(url);
    // A table that every start reads. Which other tables a grant waits for depends on the version of Postgres.
    await client.query('begin; lock table drizzle.__drizzle_migrations in access exclusive mode');
    await expect(migrate(url)).rejects.toMatchObject({ code: '55P03' });
    await client.query('rollback');
    await migrate(url);
  });
});

test('changes nothing if it fails halfway', async () => {
  await withEmptyDatabase(async (url, client) => {
    // Conflicts with a later statement of the first migration.
    await client.query(
      'create function merge_session_event_year(integer) returns void language sql as $$ select $$',
    );
    await expect(migrate(url)).rejects.toThrow(/merge_session_event_year/);
    const { rows } = await client.query(`select to_regclass('session_event') as made`);
    expect(rows).toEqual([{ made: null }]);
    await client.query('drop function merge_session_event_year');
    await migrate(url);
    expect(await listMigrations(client)).toHaveLength(MIGRATIONS.length);
  });
});

test('released migrations are not edited, because existing databases would miss the changes', () => {
  const hashes = RELEASED.map((file) =>
    createHash('sha256')
      .update(readFileSync(join('drizzle', file)))
      .digest('hex')
      .slice(0, 16),
  );
  expect(hashes).toEqual(['a250b1fbfb20870c', '9f384d1371da2075']);
});

/** The migrations of the version before hosts and accounts. */
const RELEASED = ['0000_events.sql', '0001_sessions.sql'];

/** Migrates as the version did that had this number of migrations. */
const migrateAsReleased = async (client: pg.Client, count = RELEASED.length): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-migrations-'));
  try {
    cpSync('drizzle', folder, { recursive: true });
    const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
    const entries = journal.entries.slice(0, count);
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    await runMigrations(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a database of the previous version is upgraded: its sessions keep their ends and accept new events', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrateAsReleased(client);
    await client.query(`select ensure_session_event_partitions(array['2026-11-16T00:00:00Z'::timestamptz])`);
    await client.query(`insert into session_event (hostname, time, id, action, login_id, login_successful, "user", user_name, user_domain)
      values ('A', '2026-11-16T09:00:00Z', '00000000-0000-8000-8000-000000000001', 'LOGIN', '0x1', true, 'CORP\\ana', 'ana', 'CORP')`);
    await client.query(`insert into session (hostname, login_id, started_at, start_id, start_reason, src_ips, ended_at, end_reason, end_id,
        last_at, last_id, lock_count, unlock_count, reconnect_count, is_locked, state_since, locked_us, unlocked_us, duration_rank)
      select 'A', login_id, '2026-11-16T09:00:00Z', ('00000000-0000-8000-8000-00000000000' || right(login_id, 1))::uuid, 'LOGIN', '{}',
        ended_at::timestamptz, case when ended_at is not null then 'LOGOUT' end, case when ended_at is not null then gen_random_uuid() end,
        last_at::timestamptz, '00000000-0000-8000-8000-000000000001', 0, 0, 0, false, '2026-11-16T09:00:00Z', 0, 0, '2026-11-16T09:00:00Z'
      from (values ('0x1', null, '2026-11-16T09:00:00Z'), ('0x2', '2026-11-16T10:00:00Z', '2026-11-16T10:00:00Z'),
        ('0x3', '2026-11-16T10:00:00Z', '2026-11-16T10:00:01Z')) x(login_id, ended_at, last_at)`);
    await migrate(url);
    const overs = async (): Promise<unknown[]> =>
      (
        await client.query(
          `select to_char(over_at at time zone 'UTC', 'YYYY HH24:MI:SS') as over from session order by login_id`,
        )
      ).rows.map(({ over }) => over);
    expect(await overs()).toEqual(['9999 23:59:59', '2026 10:00:00', '2026 10:00:01']);
    const known = await client.query('select hostname, user_name, user_domain from host cross join account');
    expect(known.rows).toEqual([{ hostname: 'A', user_name: 'ana', user_domain: 'CORP' }]);
    const database = openDatabase({
      url,
      readConnections: 1,
      writeConnections: 1,
      ...PATIENT,
    });
    const logout = {
      uuid: '00000000-0000-8000-8000-000000000009',
      action: 'LOGOUT',
      time: '2026-11-16T11:00:00.000000Z',
      hostname: 'A',
      loginId: '0x1',
      user: null,
      userDomain: null,
      userName: null,
      uid: null,
      sourceId: null,
      loginType: null,
      srcIp: null,
      srcPort: null,
      destIp: null,
      destPort: null,
    } as const;
    await storeItems(database, { events: [logout], contextEvents: [] });
    await database.close();
    expect(await overs()).toEqual(['2026 11:00:00', '2026 10:00:00', '2026 10:00:01']);
  });
});

test('host starts of the previous version stay, with their ids, and are found again when they are resent', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrateAsReleased(client, BEFORE_CONTEXT_EVENTS);
    const rowsOf = async (table: string): Promise<unknown[]> =>
      (
        await client.query(
          `select hostname, time, id::text, source_id, ingested_at from ${table} order by hostname, time, id`,
        )
      ).rows;
    await client.query(`insert into host_start (hostname, time, id, source_id) values
      ('HOST1', '2026-11-22T10:23:30.336123Z', '00000000-000c-80d1-959f-a2822280a51d', 'windows/system/12'),
      ('HOST1', '2026-11-22T10:23:30.336123Z', '00000000-0000-80d6-b2a5-e84e6ca1d04d', null),
      ('HOST2', '2026-11-23T10:23:30Z', '00000000-0000-8000-8000-000000000001', null)`);
    const before = await rowsOf('host_start');
    await migrate(url);
    expect(await rowsOf('context_event')).toEqual(before);
    const { rows } = await client.query(
      'select distinct kind, login_id, "user", src_ip, last_fact_at from context_event',
    );
    expect(rows).toEqual([
      { kind: 'HOST_START', login_id: null, user: null, src_ip: null, last_fact_at: null },
    ]);
    const database = openDatabase({
      url,
      readConnections: 1,
      writeConnections: 1,
      ...PATIENT,
    });
    const start = { time: '2026-11-22T10:23:30.336123Z', hostname: 'HOST1' };
    const inputs = [
      start,
      { ...start, sourceId: 'windows/system/12' },
      { ...start, sourceId: 'windows/system/13' },
    ];
    const contextEvents = inputs.map((input, record) => ({ record, kind: 'HOST_START', input }) as const);
    const counts = await recordItems(
      { database, rules: RULES },
      { events: [], contextEvents },
      () => undefined,
    );
    await database.close();
    expect(counts).toMatchObject({ accepted: 1, duplicates: 2 });
    // Nothing is left of the old name.
    const old = await client.query(`select relname from pg_class where relname ~ '^host_start'
      union select conname from pg_constraint where conname ~ '^host_start' and contype <> 'n'`);
    expect(old.rows).toEqual([]);
  });
});

/** The migrations of the version whose host starts had a table of their own. */
const BEFORE_CONTEXT_EVENTS = 8;

test('secrets and progress move out of the settings, which the reader may read, and keep their values', async () => {
  await withEmptyDatabase(async (url, client) => {
    await migrateAsReleased(client);
    await client.query(`insert into database_setting values ('AUDIT_SECRET', 'known'), ('HOSTNAMES', 'SHORT'), ('REBUILT_UP_TO', 'WS5'),
      ('ERASED_ON WS1', ''), ('ERASED_OF CORP\\ana', '')`);
    await migrate(url);
    const rowsOf = async (table: string): Promise<unknown[]> =>
      (await client.query(`select name, value from ${table} where name <> 'MIGRATIONS' order by name`)).rows;
    expect(await rowsOf('database_setting')).toEqual([
      { name: 'DOMAIN_ALIASES', value: '' },
      { name: 'HOSTNAMES', value: 'SHORT' },
    ]);
    expect(await rowsOf('database_secret')).toEqual([{ name: 'AUDIT_SECRET', value: 'known' }]);
    expect(await rowsOf('maintenance_progress')).toEqual([
      { name: 'ERASED_OF CORP\\ana', value: '' },
      { name: 'ERASED_ON WS1', value: '' },
      { name: 'REBUILT_UP_TO', value: 'WS5' },
    ]);
  });
});

test('each new database has its own secret for the hashes of its audit', async () => {
  const secrets: string[] = [];
  for (const _ of [1, 2]) {
    await withEmptyDatabase(async (url, client) => {
      await migrate(url);
      await migrate(url);
      const { rows } = await client.query<{ value: string }>('select value from database_secret');
      secrets.push(...rows.map(({ value }) => value));
    });
  }
  expect(secrets).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(secrets[0]).not.toBe(secrets[1]);
});
